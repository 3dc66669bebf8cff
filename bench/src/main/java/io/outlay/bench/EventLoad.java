package io.outlay.bench;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.rawinput.RawInput;
import io.outlay.embedded.EmbeddedOptions;
import io.outlay.embedded.EmbeddedServices;
import io.outlay.embedded.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Events of users from a kept file through the import's job, and from Kafka through its sink, to
 * committed events and sums: events per second and per second of CPU. PostgreSQL and Kafka are real
 * ones that wait for the disk; row-level security is on. Loopback only; ends by itself.
 *
 * <p>Arguments: a folder for data, made when missing and kept; thousands of events for each way
 * (300 when left out), and of users (20).
 */
final class EventLoad {

  private static final long LOOK_NANOS = 500_000_000;
  private static final int WARM_UP = 20_000;

  private final BenchDatabase database;
  private final EventPath path;
  private final int events;
  private final int users;
  private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

  private EventLoad(BenchDatabase database, EventPath path, int events, int users) {
    this.database = database;
    this.path = path;
    this.events = events;
    this.users = users;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
    int events = 1_000 * (arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300);
    int users = 1_000 * (arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20);
    EmbeddedOptions options =
        EmbeddedOptions.in(folder).only(Set.of(ServiceKind.POSTGRESQL, ServiceKind.KAFKA));
    try (EmbeddedServices services = EmbeddedServices.start(options);
        BenchDatabase database = BenchDatabase.in(services.postgres());
        EventPath path =
            new EventPath(database.database(), services.kafka().bootstrapServers(), folder)) {
      new EventLoad(database, path, events, users).run();
    }
  }

  private void run() throws IOException {
    imported("warm", WARM_UP);
    System.out.println("load " + Programs.load());
    System.out.println(Cost.header());
    System.out.println(imported("file", events).line("file, check and store"));
    System.out.println(read().line("Kafka, store"));
    System.out.println("load " + Programs.load());
  }

  private Cost imported(String name, int count) {
    OrganizationId organization = database.organization(name + "-" + run);
    RawInput kept = path.keep(organization, new UserEventLines(name, count, users));
    Stopwatch watch = new Stopwatch();
    path.importFile(kept);
    Cost cost = watch.own(count);
    verify(organization, count);
    return cost;
  }

  /** All is published before the sink begins, so that only reading and storing is measured. */
  private Cost read() {
    OrganizationId organization = database.organization("kafka-" + run);
    path.publish(organization, new UserEventLines("kafka-" + run, events, users));
    Stopwatch watch = new Stopwatch();
    path.readLog();
    while (stored(organization) < events) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    Cost cost = watch.own(events);
    verify(organization, events);
    return cost;
  }

  /** What was stored must be what was sent, or the figures say nothing. */
  private void verify(OrganizationId organization, int count) {
    if (stored(organization) != count) {
      throw new IllegalStateException(stored(organization) + " of " + count + " events");
    }
  }

  /** The count is a small part of what is measured. */
  private long stored(OrganizationId organization) {
    return database.number(
        organization,
        "SELECT count(*) FROM user_event WHERE organization_id = " + organization.value());
  }
}
