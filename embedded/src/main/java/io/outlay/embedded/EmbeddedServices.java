package io.outlay.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * PostgreSQL, Redis and Kafka for one server, as child processes with their data in one home
 * folder.
 *
 * <p>They end with {@link #close()}, or with this process however it ends; the next start on the
 * same home recovers by itself. Safe for use by several threads.
 */
public final class EmbeddedServices implements AutoCloseable {
  private static final ThreadFactory THREADS =
      Thread.ofPlatform().name("embedded-", 0).daemon().factory();

  private final EmbeddedOptions options;
  private final HomeLock lock;
  private final Map<ServiceKind, EmbeddedService> services = new EnumMap<>(ServiceKind.class);

  private EmbeddedServices(EmbeddedOptions options, HomeLock lock) {
    this.options = options;
    this.lock = lock;
    options.kinds().forEach(kind -> services.put(kind, create(kind)));
  }

  /**
   * Starts the chosen services side by side and waits until all answer.
   *
   * @throws HomeInUseException when another server works on the same home
   * @throws EmbeddedServiceException when one does not start; then none is left running
   */
  public static EmbeddedServices start(EmbeddedOptions options) {
    EmbeddedServices services = new EmbeddedServices(options, take(options));
    services.tell("Starting embedded services in " + options.home());
    try {
      services.forEach(EmbeddedService::install);
      services.forEach(services::start);
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
    return services;
  }

  private static HomeLock take(EmbeddedOptions options) {
    try {
      Files.createDirectories(options.home());
      return HomeLock.take(options.home());
    } catch (IOException e) {
      throw new EmbeddedServiceException(
          "cannot use the folder %s: %s".formatted(options.home(), e), e);
    }
  }

  private EmbeddedService create(ServiceKind kind) {
    return switch (kind) {
      case POSTGRESQL -> new EmbeddedPostgres(options);
      case REDIS -> new EmbeddedRedis(options);
      case KAFKA -> new EmbeddedKafka(options);
    };
  }

  private void start(EmbeddedService service) {
    long began = System.nanoTime();
    service.start();
    double seconds = (System.nanoTime() - began) / 1e9;
    tell(
        String.format(
            Locale.ROOT,
            "%s ready on %s:%d in %.1f s",
            service.kind().title(),
            service.host(),
            service.port(),
            seconds));
  }

  private synchronized void tell(String line) {
    options.progress().accept(line);
  }

  /** The folder all data are in. */
  public Path home() {
    return options.home();
  }

  /**
   * The embedded PostgreSQL.
   *
   * @throws IllegalStateException when it was not chosen
   */
  public EmbeddedPostgres postgres() {
    return (EmbeddedPostgres) chosen(ServiceKind.POSTGRESQL);
  }

  /**
   * The embedded Redis.
   *
   * @throws IllegalStateException when it was not chosen
   */
  public EmbeddedRedis redis() {
    return (EmbeddedRedis) chosen(ServiceKind.REDIS);
  }

  /**
   * The embedded Kafka.
   *
   * @throws IllegalStateException when it was not chosen
   */
  public EmbeddedKafka kafka() {
    return (EmbeddedKafka) chosen(ServiceKind.KAFKA);
  }

  /** The chosen services. */
  public List<EmbeddedService> all() {
    return List.copyOf(services.values());
  }

  private EmbeddedService chosen(ServiceKind kind) {
    EmbeddedService service = services.get(kind);
    if (service == null) {
      throw new IllegalStateException(
          kind.title() + " is not among the embedded services of this server");
    }
    return service;
  }

  /** Stops all services cleanly, side by side, and gives the home folder back. */
  @Override
  public void close() {
    try (lock) {
      forEach(EmbeddedService::stop);
    } catch (IOException e) {
      throw new EmbeddedServiceException("cannot give back the folder " + options.home(), e);
    }
  }

  /**
   * Does it to all side by side, waits for all, and reports the failures of all by the first.
   *
   * <p>On platform threads: Spring Boot's loader reads an executable jar under locks which class
   * loading asks for as well, and virtual threads that load classes hold on to their carriers; on
   * two processors they block each other.
   */
  private void forEach(Consumer<EmbeddedService> action) {
    List<RuntimeException> failures = new ArrayList<>();
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(THREADS)) {
      List<Future<?>> all = new ArrayList<>();
      services.values().forEach(service -> all.add(threads.submit(() -> action.accept(service))));
      all.forEach(one -> await(one, failures));
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.getFirst();
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private static void await(Future<?> one, List<RuntimeException> failures) {
    try {
      one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures.add(
          new EmbeddedServiceException("interrupted while waiting for the embedded services", e));
    } catch (ExecutionException e) {
      failures.add(
          e.getCause() instanceof RuntimeException cause
              ? cause
              : new EmbeddedServiceException("an embedded service failed", e));
    }
  }
}
