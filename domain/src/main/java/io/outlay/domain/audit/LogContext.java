package io.outlay.domain.audit;

import io.outlay.domain.organization.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.MDC;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What lines of the log tell beside their text, carried in the Reactor context. It is put into the
 * MDC only where a line is written: carrying it into the thread of each operator took a third of
 * what a small request costs.
 */
public final class LogContext {

  /** Key of the organization's number, in the Reactor context and in the logs' MDC. */
  public static final String ORGANIZATION = "organization";

  /** Key of the job's number, in the same places. */
  public static final String JOB = "job";

  private static final List<String> KEYS = List.of(RequestId.KEY, ORGANIZATION, JOB);

  private LogContext() {}

  /** A context in which lines tell the organization. */
  public static Context in(Context context, OrganizationId organization) {
    return context.put(ORGANIZATION, organization.toString());
  }

  /** A context in which lines tell the job and its organization. */
  public static Context in(Context context, OrganizationId organization, long job) {
    return in(context, organization).put(JOB, Long.toString(job));
  }

  /** Writes lines that tell the request, organization and job of a reactive chain. */
  public static void telling(ContextView context, Runnable lines) {
    telling(
        context,
        () -> {
          lines.run();
          return true;
        });
  }

  /** Does work whose lines tell the request, organization and job of a reactive chain. */
  public static <T> T telling(ContextView context, Supplier<T> work) {
    List<MDC.MDCCloseable> told = new ArrayList<>(KEYS.size());
    for (String key : KEYS) {
      context.<String>getOrEmpty(key).ifPresent(value -> told.add(MDC.putCloseable(key, value)));
    }
    try {
      return work.get();
    } finally {
      told.forEach(MDC.MDCCloseable::close);
    }
  }
}
