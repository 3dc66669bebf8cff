package io.outlay.bench;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.embedded.EmbeddedOptions;
import io.outlay.embedded.EmbeddedServices;
import io.outlay.embedded.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;

/**
 * A million ad-level rows from Kafka to committed facts and rollups, beside {@code psql \copy} of
 * the same rows: rows per second and per second of CPU. PostgreSQL and Kafka are real ones that
 * wait for the disk; row-level security is on. Loopback only; ends by itself.
 *
 * <p>Arguments: a folder for data, made when missing and kept; thousands of rows (1000 when left
 * out).
 */
final class SinkLoad {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 7, 1);
  private static final int ACCOUNTS = 10;
  private static final int ADS = 1_000;
  private static final int WARM_UP_DAYS = 15;

  private final EmbeddedServices services;
  private final BenchDatabase database;
  private final RealPath path;

  private SinkLoad(EmbeddedServices services, BenchDatabase database, RealPath path) {
    this.services = services;
    this.database = database;
    this.path = path;
  }

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
    int days = (arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000) / ACCOUNTS;
    EmbeddedOptions options =
        EmbeddedOptions.in(folder).only(Set.of(ServiceKind.POSTGRESQL, ServiceKind.KAFKA));
    try (EmbeddedServices services = EmbeddedServices.start(options);
        BenchDatabase database = BenchDatabase.in(services.postgres());
        RealPath path = new RealPath(database.database(), services.kafka().bootstrapServers())) {
      new SinkLoad(services, database, path).run(folder, days);
    }
  }

  private void run(Path folder, int days) throws IOException, SQLException, InterruptedException {
    String suffix = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    path.start();
    apply(slices("warm-" + suffix, WARM_UP_DAYS), 0);
    AdSlices slices = slices("sink-" + suffix, days);
    System.out.println("load " + Programs.load());
    System.out.println(Cost.header());
    Cost sink = apply(slices, 0);
    System.out.println(sink.line("Kafka, sink, facts, rollups"));
    verify(slices);
    System.out.println(apply(slices, 1).line("the same once more"));

    PlainCopy copy = new PlainCopy(services.postgres(), folder);
    copy.export(slices.organization().value());
    Cost plain = copy.run(slices.rows());
    System.out.println(plain.line(PlainCopy.hasPsql() ? "psql \\copy" : "COPY by the driver"));
    System.out.printf(
        "share of COPY: %.2f of its rows per second, %.2f of its rows per CPU-second%n",
        sink.perSecond() / plain.perSecond(), sink.perCpuSecond() / plain.perCpuSecond());
    System.out.println("load " + Programs.load());
  }

  /** Publishes all while the sink rests, so that only reading and storing is measured. */
  private Cost apply(AdSlices slices, int round) {
    path.stop();
    path.publish(slices.all(1 + round));
    long before = path.applied();
    Stopwatch watch = new Stopwatch();
    path.start();
    path.awaitApplied(before + slices.count());
    return watch.own(slices.rows());
  }

  private AdSlices slices(String key, int days) {
    OrganizationId organization = database.organization(key);
    return new AdSlices(organization, FIRST_DAY, days, ACCOUNTS, ADS);
  }

  /** What was stored must be what was sent, or the figures say nothing. */
  private void verify(AdSlices slices) {
    long facts = database.number(slices.organization(), "SELECT count(*) FROM fact");
    long spend = number(slices, "SELECT sum(spend_micros)::bigint FROM fact");
    long byCampaign = number(slices, "SELECT sum(spend_micros)::bigint FROM rollup_campaign_day");
    long byAccount = number(slices, "SELECT sum(spend_micros)::bigint FROM rollup_account_day");
    if (facts != slices.rows() || spend != byCampaign || spend != byAccount) {
      throw new IllegalStateException(
          "%d of %d facts, spend %d, in rollups %d and %d"
              .formatted(facts, slices.rows(), spend, byCampaign, byAccount));
    }
  }

  private long number(AdSlices slices, String sql) {
    return database.number(slices.organization(), sql);
  }
}
