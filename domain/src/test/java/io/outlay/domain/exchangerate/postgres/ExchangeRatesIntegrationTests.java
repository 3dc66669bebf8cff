package io.outlay.domain.exchangerate.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.database.Rows;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.exchangerate.EcbHistory;
import io.outlay.domain.exchangerate.ExchangeRate;
import io.outlay.domain.exchangerate.ExchangeRatePage;
import io.outlay.domain.exchangerate.ExchangeRateQuery;
import io.outlay.domain.exchangerate.ExchangeRates;
import io.outlay.domain.exchangerate.Quotation;
import io.outlay.domain.exchangerate.RateSource;
import io.outlay.domain.exchangerate.RatesImported;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.test.MigratedDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ExchangeRatesIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final ExchangeRates RATES = new PostgresExchangeRates(MIGRATED.database());
  private static int organizations;

  private final OrganizationId organization = MIGRATED.addOrganization("rates-" + organizations++);

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void convertsExactlyRoundingHalfToEven() {
    SplittableRandom random = new SplittableRandom(7);
    List<BigDecimal[]> pairs = new ArrayList<>();
    pairs.add(decimals("2", "0.000000000001")); // exactly half a unit: to even, 0
    pairs.add(decimals("2", "0.000000000003")); // one and a half: 2
    pairs.add(decimals("3", "1"));
    pairs.add(decimals("8", "0.000000000012"));
    for (int i = 0; i < 2_000; i++) {
      pairs.add(
          new BigDecimal[] {
            BigDecimal.valueOf(random.nextLong(1, 1_000_000_000L), random.nextInt(8)),
            BigDecimal.valueOf(random.nextLong(1, 1_000_000_000L), random.nextInt(8))
          });
    }
    List<BigDecimal> converted =
        await(
            MIGRATED
                .database()
                .asSystem()
                .query(
                    "SELECT conversion_rate(f, t) AS rate FROM unnest($1::text[]::numeric[],"
                        + " $2::text[]::numeric[]) WITH ORDINALITY AS p(f, t, n) ORDER BY n",
                    List.of(texts(pairs, 0), texts(pairs, 1)),
                    row -> Rows.get(row, "rate", BigDecimal.class))
                .collectList());
    for (int i = 0; i < pairs.size(); i++) {
      BigDecimal[] pair = pairs.get(i);
      assertThat(converted.get(i))
          .as("%s to %s", pair[0], pair[1])
          .isEqualByComparingTo(pair[1].divide(pair[0], 12, RoundingMode.HALF_EVEN));
    }
  }

  @Test
  void carriesAQuotationForSevenDaysAndNoLonger() {
    importOwn("OWN", quotation("2026-01-02", "1.1"), quotation("2026-01-05", "1.2"));
    assertThat(rates("OWN"))
        .extracting(rate -> rate.day() + " " + rate.perEuro() + " " + rate.quotedOn())
        .startsWith("2026-01-12 1.2 2026-01-05")
        .contains("2026-01-04 1.1 2026-01-02", "2026-01-05 1.2 2026-01-05")
        .hasSize(11);
  }

  @Test
  void leavesUnchangedRatesUntouchedAndKeepsWhatItReplaces() {
    RatesImported first = importOwn("OWN", quotation("2026-01-02", "1.1"));
    long version = version();
    assertThat(first.changedRates()).isEqualTo(8);
    assertThat(importOwn("OWN", quotation("2026-01-02", "1.1")).changedRates()).isZero();
    assertThat(version()).isEqualTo(version);
    assertThat(importOwn("OWN", quotation("2026-01-02", "1.3")).changedRates()).isEqualTo(8);
    assertThat(version()).isEqualTo(version + 1);
    Mono<Long> kept =
        MIGRATED
            .database()
            .inOrganization(organization)
            .one(
                "SELECT count(*) AS kept FROM exchange_rate_history WHERE organization_id = $1 AND"
                    + " per_euro = 1.1",
                List.of(organization.value()),
                row -> Rows.get(row, "kept", Long.class));
    assertThat(await(kept)).isEqualTo(8L);
  }

  @Test
  void putsALateQuotationBetweenOthers() {
    importOwn("OWN", quotation("2026-01-02", "1.1"), quotation("2026-01-09", "1.4"));
    importOwn("OWN", quotation("2026-01-06", "1.2"));
    assertThat(rates("OWN"))
        .extracting(rate -> rate.day() + " " + rate.perEuro())
        .contains("2026-01-05 1.1", "2026-01-06 1.2", "2026-01-08 1.2", "2026-01-09 1.4");
  }

  @Test
  void letsRealRatesTakeThePlaceOfMadeUpOnesAndNeverBack() {
    await(
        RATES.importShared(
            RateSource.GENERATED,
            Flux.just(quotation("2001-01-02", "7"), quotation("2001-01-03", "8"))));
    await(RATES.importShared(RateSource.ECB, Flux.just(quotation("2001-01-02", "0.9"))));
    await(
        RATES.importShared(
            RateSource.GENERATED,
            Flux.just(quotation("2001-01-02", "6"), quotation("2001-01-04", "6"))));
    List<ExchangeRate> shared = rates(ExchangeRates.SHARED_TABLE);
    assertThat(shared)
        .filteredOn(rate -> rate.day().isBefore(LocalDate.of(2001, 1, 10)))
        .allSatisfy(
            rate -> {
              assertThat(rate.source()).isEqualTo(RateSource.ECB);
              assertThat(rate.perEuro()).isEqualByComparingTo("0.9");
            });
  }

  @Test
  void pagesNewestFirstWithoutGap() {
    importOwn(
        "OWN",
        quotation("2026-01-02", "1.1"),
        new Quotation(LocalDate.parse("2026-01-02"), "KRW", BigDecimal.valueOf(1700)));
    List<String> seen = new ArrayList<>();
    ExchangeRateQuery.Position after = null;
    boolean more = true;
    while (more) {
      ExchangeRatePage page =
          await(RATES.page(new ExchangeRateQuery(organization, "OWN", Set.of(), null, 3, after)));
      page.rates().forEach(rate -> seen.add(rate.day() + rate.currencyCode()));
      ExchangeRate last = page.rates().getLast();
      after = new ExchangeRateQuery.Position(last.day(), last.currencyCode());
      more = page.hasNextPage();
    }
    assertThat(seen).hasSize(16).doesNotHaveDuplicates();
    assertThat(
            await(
                RATES.count(
                    new ExchangeRateQuery(organization, "OWN", Set.of("KRW"), null, 1, null))))
        .isEqualTo(8);
  }

  @Test
  void refusesAnOwnTableOfTheSharedName() {
    StepVerifier.create(RATES.importOwn(organization, "ECB", Flux.empty(), Audit.none()))
        .verifyError(BadRequest.class);
    assertThat(await(RATES.isKnown(organization, "NONE"))).isFalse();
    assertThat(await(RATES.isKnown(organization, "ECB"))).isTrue();
  }

  @Test
  void takesTheBanksWholeHistoryTwice() throws IOException {
    Path file = sharedData("fx_ecb_daily/eurofxref-hist.csv.gz");
    Assumptions.assumeTrue(Files.exists(file), "the bank's history is not beside the project");
    RatesImported first = importHistory(file);
    assertThat(first.quotations()).isGreaterThan(190_000);
    assertThat(importHistory(file).changedRates()).isZero();
    ExchangeRate weekend =
        await(
                RATES.page(
                    new ExchangeRateQuery(
                        organization,
                        null,
                        Set.of("KRW"),
                        new DateRange(LocalDate.parse("2026-04-12"), LocalDate.parse("2026-04-12")),
                        1,
                        null)))
            .rates()
            .getFirst();
    assertThat(weekend.perEuro()).isEqualByComparingTo("1737.06");
    assertThat(weekend.quotedOn()).isEqualTo("2026-04-10");
  }

  private static RatesImported importHistory(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file);
        Stream<Quotation> quotations = EcbHistory.read(input)) {
      return await(RATES.importShared(RateSource.ECB, Flux.fromStream(quotations)));
    }
  }

  private static Path sharedData(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve(".ci"))) {
      folder = folder.getParent();
    }
    return folder.resolve("../shared/data").resolve(name).normalize();
  }

  private List<ExchangeRate> rates(String table) {
    return await(
            RATES.page(new ExchangeRateQuery(organization, table, Set.of("USD"), null, 500, null)))
        .rates();
  }

  private RatesImported importOwn(String table, Quotation... quotations) {
    return await(RATES.importOwn(organization, table, Flux.just(quotations), Audit.none()));
  }

  private long version() {
    return await(
        MIGRATED
            .database()
            .inOrganization(organization)
            .one(
                "SELECT data_version FROM organization WHERE organization_id = $1",
                List.of(organization.value()),
                row -> Rows.get(row, "data_version", Long.class)));
  }

  private static Quotation quotation(String day, String perEuro) {
    return new Quotation(LocalDate.parse(day), "USD", new BigDecimal(perEuro));
  }

  private static BigDecimal[] decimals(String from, String to) {
    return new BigDecimal[] {new BigDecimal(from), new BigDecimal(to)};
  }

  private static String[] texts(List<BigDecimal[]> pairs, int side) {
    return pairs.stream().map(pair -> pair[side].toPlainString()).toArray(String[]::new);
  }

  private static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE));
  }
}
