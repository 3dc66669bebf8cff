package io.outlay.api.operation;

import io.micrometer.context.ContextRegistry;
import io.outlay.domain.audit.LogContext;
import io.outlay.domain.audit.RequestId;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.context.annotation.Configuration;

/**
 * Lets every line of the log tell request, organization and job: Reactor carries them from thread
 * to thread ({@code spring.reactor.context-propagation}) and puts them into the MDC.
 */
@Configuration(proxyBeanMethods = false)
class LogLines {

  private static final List<String> KEYS =
      List.of(RequestId.KEY, LogContext.ORGANIZATION, LogContext.JOB);

  LogLines() {
    KEYS.forEach(
        key ->
            ContextRegistry.getInstance()
                .registerThreadLocalAccessor(
                    key, () -> MDC.get(key), value -> MDC.put(key, value), () -> MDC.remove(key)));
  }
}
