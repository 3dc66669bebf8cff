package io.outlay.api.embedded;

import io.outlay.embedded.EmbeddedOptions;
import io.outlay.embedded.EmbeddedServices;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/**
 * The embedded services of this process by home folder. An application context that is closed and
 * made again finds them running. They end after the last context has closed, when the process does;
 * were it killed, they end by themselves.
 */
final class ServicesOfThisProcess {
  private static final Map<Path, EmbeddedServices> BY_HOME = new HashMap<>();

  private ServicesOfThisProcess() {}

  /**
   * Starts what is asked for, or gives what runs on the same home.
   *
   * @throws io.outlay.embedded.EmbeddedServiceException when a service does not start
   */
  static synchronized EmbeddedServices running(EmbeddedOptions options) {
    EmbeddedServices running = BY_HOME.get(options.home());
    if (running != null) {
      return running;
    }
    EmbeddedServices started = EmbeddedServices.start(options);
    BY_HOME.put(options.home(), started);
    SpringApplication.getShutdownHandlers().add(started::close);
    return started;
  }
}
