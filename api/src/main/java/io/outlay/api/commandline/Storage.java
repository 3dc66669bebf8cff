package io.outlay.api.commandline;

import io.outlay.api.database.DatabaseConfiguration;
import io.outlay.api.platform.CredentialConfiguration;
import io.outlay.api.security.AccessConfiguration;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/**
 * The database with the server's settings, for one command: an external one, or the embedded one of
 * {@code outlay.home} as long as no server runs on it. Nothing else is started.
 */
final class Storage {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Storage() {}

  /** Migrates if needed, does the work and waits for it on the command's thread. */
  static <T> T use(Function<ApplicationContext, Mono<T>> work) {
    try (ConfigurableApplicationContext context = open()) {
      return await(work.apply(context));
    }
  }

  private static ConfigurableApplicationContext open() {
    return new SpringApplicationBuilder(
            DatabaseConfiguration.class, AccessConfiguration.class, CredentialConfiguration.class)
        .web(WebApplicationType.NONE)
        // A command needs neither: without an address they would be started too.
        .properties(
            "outlay.command=true",
            "spring.data.redis.url=redis://not-used",
            "spring.kafka.bootstrap-servers=not-used:9092")
        .logStartupInfo(false)
        .run("--logging.level.root=warn");
  }

  private static <T> T await(Mono<T> work) {
    try {
      return Objects.requireNonNull(
          work.toFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS), "nothing was made");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("The database did not answer within 30 s.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The command was interrupted.", e);
    }
  }
}
