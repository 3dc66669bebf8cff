package io.outlay.bench;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.embedded.EmbeddedOptions;
import io.outlay.embedded.EmbeddedServices;
import io.outlay.embedded.ServiceKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;

/**
 * Fills an organization with ad-level facts of 13 months, three channels and six accounts over the
 * real path, so that reads through a server can be measured over them: 2.6 million unless told
 * otherwise. Doing it again changes nothing. Ends by itself.
 *
 * <p>Arguments: {@code home <outlay.home> [thousands of rows]}, with no server running there; or
 * {@code external <r2dbc address> <user> <password> <bootstrap servers> [thousands of rows]}.
 */
final class Seed {

  private static final String ORGANIZATION = "demo-games";
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 21);
  private static final int DAYS = 396;
  private static final int ACCOUNTS = 6;
  private static final int THOUSANDS = 2_600;

  private Seed() {}

  public static void main(String[] arguments) {
    if (arguments[0].equals("external")) {
      external(arguments, thousands(arguments, 5));
    } else {
      embedded(Path.of(arguments[1]), thousands(arguments, 2));
    }
  }

  private static int thousands(String[] arguments, int place) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : THOUSANDS;
  }

  private static void embedded(Path home, int thousands) {
    EmbeddedOptions options =
        EmbeddedOptions.in(home).only(Set.of(ServiceKind.POSTGRESQL, ServiceKind.KAFKA));
    try (EmbeddedServices services = EmbeddedServices.start(options);
        BenchDatabase database = BenchDatabase.in(services.postgres())) {
      fill(database, services.kafka().bootstrapServers(), thousands);
    }
  }

  private static void external(String[] arguments, int thousands) {
    try (BenchDatabase database = BenchDatabase.at(arguments[1], arguments[2], arguments[3])) {
      fill(database, arguments[4], thousands);
    }
  }

  private static void fill(BenchDatabase database, String bootstrapServers, int thousands) {
    OrganizationId organization = database.organization(ORGANIZATION);
    int ads = Math.ceilDiv(thousands * 1_000, DAYS * ACCOUNTS);
    AdSlices slices =
        new AdSlices(organization, LAST_DAY.minusDays(DAYS - 1L), DAYS, ACCOUNTS, ads);
    try (RealPath path = new RealPath(database.database(), bootstrapServers)) {
      Stopwatch watch = new Stopwatch();
      path.start();
      path.publish(slices.all(1));
      path.awaitApplied(slices.count());
      System.out.println(Cost.header());
      System.out.println(watch.own(slices.rows()).line("publisher, Kafka, sink"));
    }
    System.out.printf(
        "organization %s now has %d facts%n",
        organization, database.number(organization, "SELECT count(*) FROM fact"));
  }
}
