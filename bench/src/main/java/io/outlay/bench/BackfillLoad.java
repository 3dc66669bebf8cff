package io.outlay.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.outlay.api.Outlay;
import io.outlay.domain.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Collects the demo's twelve accounts from the simulator into a new home, server and simulator in
 * this process: how fast, with how many requests, how much of the time is waiting for the
 * platforms, and the heap that is left after a collection as the backfill goes on. Loopback only;
 * ends by itself, after an hour at the latest.
 *
 * <p>Arguments: the folder of the new home, months of history (36 when left out), campaigns of each
 * account (18 when left out, which is also the least).
 */
final class BackfillLoad {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final long LOOK_EVERY_SECONDS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ACCOUNTS = 12;
  private static final String SYNCS = " FROM job WHERE kind = 'AD_ACCOUNT_SYNC' AND state ";

  private final Database database;
  private final MeterRegistry registry;
  private final long began = System.nanoTime();

  private BackfillLoad(ConfigurableApplicationContext server) {
    this.database = server.getBean(Database.class);
    this.registry = server.getBean(MeterRegistry.class);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path home = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
    String months = arguments.length > 1 ? arguments[1] : "36";
    String campaigns = arguments.length > 2 ? arguments[2] : "18";
    System.out.println("load " + Programs.load());
    try (ConfigurableApplicationContext server =
        new SpringApplicationBuilder(Outlay.class)
            .run(
                "--server.port=0",
                "--outlay.home=" + home,
                "--outlay.demo.history=P" + months + "M",
                "--outlay.demo.campaigns=" + campaigns,
                "--logging.level.root=warn")) {
      new BackfillLoad(server).watch();
    }
  }

  private void watch() throws InterruptedException {
    System.out.printf(
        "%8s %10s %9s %12s %14s%n", "s", "facts", "requests", "heap, MB", "waiting, s");
    do {
      TimeUnit.SECONDS.sleep(LOOK_EVERY_SECONDS);
      tell();
    } while (!isDone() && System.nanoTime() - began < LONGEST.toNanos());
    long facts = facts();
    long requests = requests();
    double seconds = seconds();
    System.out.printf(
        "%d facts, %.0f a second; %d requests, %.1f a second, %.4f for each fact; load %s%n",
        facts, facts / seconds, requests, requests / seconds, (double) requests / facts, load());
  }

  private void tell() {
    System.out.printf(
        "%8.0f %10d %9d %12d %14.0f%n", seconds(), facts(), requests(), heap(), waiting());
  }

  private boolean isDone() {
    return number("SELECT count(*)" + SYNCS + "= 'SUCCEEDED'") >= ACCOUNTS
        && number("SELECT count(*)" + SYNCS + "IN ('WAITING', 'RUNNING')") == 0;
  }

  private long facts() {
    return number("SELECT count(*) FROM fact");
  }

  private long requests() {
    return registry.find("outlay.platform.calls").timers().stream().mapToLong(Timer::count).sum();
  }

  /** Of all accounts at once, until the last byte of each answer. */
  private double waiting() {
    return registry.find("outlay.platform.calls").timers().stream()
        .mapToDouble(timer -> timer.totalTime(TimeUnit.SECONDS))
        .sum();
  }

  private double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }

  /** What is still needed, in megabytes: asked for right after a full collection. */
  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static String load() {
    try {
      return Programs.load();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private long number(String sql) {
    return Objects.requireNonNull(
        database
            .asSystem()
            .one(sql, List.of(), row -> Objects.requireNonNull(row.get(0, Long.class)))
            .block(PATIENCE));
  }
}
