package io.outlay.ingestion.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.simulator.AdPlatformSimulator;
import io.outlay.ingestion.simulator.LedgerTotal;
import io.outlay.ingestion.simulator.SimulatedCredentials;
import io.outlay.ingestion.simulator.SimulatorSettings;
import io.outlay.ingestion.simulator.fault.Fault;
import io.outlay.ingestion.simulator.fault.FaultKind;
import io.outlay.ingestion.simulator.fault.Faults;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** What every platform must do, tried against the simulator and its own ledger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AdPlatformContract {

  private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 20);

  /** Closed days of the simulator. */
  protected static final DateRange DAYS = new DateRange(FIRST, FIRST.plusDays(3));

  private static final List<BaseMetric> EXACT =
      List.of(BaseMetric.IMPRESSIONS, BaseMetric.CLICKS, BaseMetric.SPEND);

  private final AdPlatformSimulator simulator =
      awaited(AdPlatformSimulator.start(SimulatorSettings.standingAt(NOW).withCampaigns(18)));
  private final List<AutoCloseable> opened = new ArrayList<>();

  /** The platform under test, at the simulator. */
  protected abstract AdPlatform platform(
      AdPlatformSimulator simulator, CallSettings limits, InstantSource clock);

  /** The platform's name in the simulator. */
  protected abstract io.outlay.ingestion.simulator.world.AdPlatform simulated();

  /** Version or dialect to talk. */
  protected abstract String apiVersion();

  /** The secrets of an account. */
  protected abstract Map<String, String> secrets(
      SimulatedCredentials credentials, AdAccount account);

  @AfterEach
  void closeConnectors() throws Exception {
    simulator.faults().clear();
    for (AutoCloseable one : opened) {
      one.close();
    }
    opened.clear();
  }

  @AfterAll
  void close() {
    simulator.close();
  }

  @Test
  void describesTheAccount() {
    for (AdAccount account : accounts()) {
      PlatformAccount described = awaited(platform().describe(connection(account)));

      assertThat(described.externalId()).isEqualTo(Long.toString(account.id()));
      assertThat(described.currencyCode()).isEqualTo(account.currency().name());
      assertThat(described.timeZone()).isEqualTo(account.zone().getId());
    }
  }

  @Test
  void anAccountThatIsNotThereIsToldAtOnce() {
    PlatformConnection own = connection(accounts().getFirst());
    PlatformConnection other =
        new PlatformConnection(
            new AdAccountKey(own.account().organization(), own.account().channel(), "4077"),
            own.apiVersion(),
            own.credential());

    assertThatThrownBy(() -> awaited(platform().describe(other)))
        .isInstanceOfAny(
            PlatformFailure.AccountNotFound.class, PlatformFailure.PermissionMissing.class);
  }

  @Test
  void everyLevelAddsUpToTheLedger() {
    for (AdAccount account : accounts()) {
      List<PeriodReport> reports = report(account, View.DELIVERY, DAYS);

      assertThat(reports).hasSize(DAYS.days());
      for (PeriodReport report : reports) {
        DayRange day = new DayRange(report.period().firstDay(), report.period().lastDay());
        LedgerTotal truth = simulator.ledger().account(account, day, NOW);
        assertExact(report.accountTotal(), truth);
        assertExact(sum(report, row -> true), truth);
        account
            .campaigns()
            .forEach(
                campaign -> {
                  String id = Long.toString(campaign.id());
                  if (report.rows().stream().anyMatch(row -> id.equals(row.campaignId()))) {
                    assertExact(
                        sum(report, row -> id.equals(row.campaignId())),
                        simulator.ledger().campaign(account, campaign.id(), day, NOW));
                  }
                });
        assertThat(report.rows())
            .allMatch(row -> row.currencyCode().equals(account.currency().name()))
            .anyMatch(row -> row.adId() != null);
      }
    }
  }

  @Test
  void everyMetricOfTheRowsAddsUpToTheAccountsOwn() {
    for (PeriodReport report : report(accounts().getFirst(), View.DELIVERY, DAYS)) {
      MetricValues sum = sum(report, row -> true);

      for (BaseMetric metric : BaseMetric.values()) {
        assertThat(sum.orZero(metric))
            .as(metric.name())
            .isEqualTo(report.accountTotal().orZero(metric));
      }
      assertThat(sum.orZero(BaseMetric.CONVERSIONS)).isPositive();
    }
  }

  @Test
  void breakdownsHaveARowForWhatTheyLackAndAddUp() {
    for (View view : List.of(View.COUNTRY, View.DEVICE)) {
      AdAccount account = accounts().getFirst();
      for (PeriodReport report : report(account, view, DAYS)) {
        DayRange day = new DayRange(report.period().firstDay(), report.period().lastDay());

        assertExact(sum(report, row -> true), simulator.ledger().account(account, day, NOW));
        assertThat(report.rows())
            .anyMatch(row -> (view == View.COUNTRY ? row.country() : row.device()) != null)
            .allMatch(row -> row.adGroupId() == null);
      }
    }
  }

  @Test
  void aSingleDayIsTheSameAsTheDayWithinARange() {
    AdAccount account = accounts().getLast();

    List<PeriodReport> range = report(account, View.DELIVERY, DAYS);
    List<PeriodReport> single = report(account, View.DELIVERY, new DateRange(FIRST, FIRST));

    assertThat(single).hasSize(1);
    assertThat(Set.copyOf(single.getFirst().rows())).isEqualTo(Set.copyOf(range.getFirst().rows()));
  }

  @Test
  void aMonthIsTheSumOfItsDays() {
    AdAccount account = accounts().getFirst();
    DateRange month = new DateRange(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));
    ReportRequest request = new ReportRequest(View.DELIVERY, month, PeriodLength.MONTH);
    AdPlatform platform = platform();

    RawFetch fetch = awaited(platform.fetchReport(connection(account), request));
    List<PeriodReport> reports = platform.readReport(fetch, request, platform.defaultMapping());

    assertThat(reports).hasSize(1);
    LedgerTotal truth =
        simulator.ledger().account(account, new DayRange(month.from(), month.to()), NOW);
    assertExact(reports.getFirst().accountTotal(), truth);
    assertExact(sum(reports.getFirst(), row -> true), truth);
  }

  @Test
  void totalsAloneAreThoseOfTheReport() {
    AdAccount account = accounts().getFirst();
    ReportRequest request = new ReportRequest(View.DELIVERY, DAYS, PeriodLength.DAY);
    AdPlatform platform = platform();

    RawFetch fetch = awaited(platform.fetchTotals(connection(account), request));

    assertThat(platform.readTotals(fetch, request, platform.defaultMapping()))
        .isEqualTo(
            report(account, View.DELIVERY, DAYS).stream()
                .map(report -> new PeriodTotal(report.period(), report.accountTotal()))
                .toList());
  }

  @Test
  void structureNamesWhatReportsSpeakOf() {
    AdAccount account = accounts().getLast();
    AdPlatform platform = platform();

    AccountStructure structure =
        platform.readStructure(awaited(platform.fetchStructure(connection(account))));

    assertThat(structure.campaigns()).isNotEmpty().allMatch(one -> !one.status().isEmpty());
    assertThat(structure.campaigns())
        .filteredOn(one -> one.dailyBudgetMicros() != null && one.sharedBudgetId() == null)
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(one.dailyBudgetMicros())
                    .isEqualTo(
                        account
                            .currency()
                            .micros(
                                account
                                    .campaign(Long.parseLong(one.externalId()))
                                    .orElseThrow()
                                    .budgetOn(account.today(NOW)))));
    assertThat(structure.adGroups()).isNotEmpty();
    assertThat(structure.ads()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void aFaultThatPassesGivesTheRightAnswerOrSaysWhatIsWrong(FaultKind kind) {
    AdAccount account = accounts().getFirst();
    List<PeriodReport> right = report(account, View.DELIVERY, DAYS);
    simulator.faults().add(Fault.of(kind, simulated(), 1).lasting(Duration.ofMillis(200)));

    assertRightOr(account, right, mayPass(kind));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOCK_SKEW")
  void aFaultThatStaysGivesTheRightAnswerOrItsOwnFailure(FaultKind kind) {
    AdAccount account = accounts().getFirst();
    List<PeriodReport> right = report(account, View.DELIVERY, DAYS);
    Duration length = kind == FaultKind.SLOW ? Duration.ofMillis(50) : Duration.ofHours(26);
    simulator.faults().add(Fault.of(kind, simulated(), Fault.UNTIL_CLEARED).lasting(length));

    assertRightOr(account, right, mayStay(kind));
  }

  @Test
  void aPlatformWhoseClockIsWrongIsReadAsItStandsOrRefuses() {
    AdAccount account = accounts().getFirst();
    simulator
        .faults()
        .add(
            Fault.of(FaultKind.CLOCK_SKEW, simulated(), Fault.UNTIL_CLEARED)
                .lasting(Duration.ofHours(26)));

    try {
      for (PeriodReport report : report(account, View.DELIVERY, DAYS)) {
        assertThat(sum(report, row -> true).get(BaseMetric.SPEND))
            .isEqualTo(report.accountTotal().get(BaseMetric.SPEND));
      }
    } catch (PlatformFailure failure) {
      assertThat(failure)
          .isInstanceOfAny(
              PlatformFailure.CredentialRefused.class, PlatformFailure.RequestRefused.class);
    }
  }

  private static Set<Class<? extends PlatformFailure>> mayPass(FaultKind kind) {
    return switch (kind) {
      // Meta wants a minute, which is longer than a call of this test waits.
      case TOO_MANY_REQUESTS, TOO_MANY_REQUESTS_WITHOUT_HINT ->
          Set.of(PlatformFailure.Throttled.class);
      case EXPIRED_TOKEN, REVOKED_TOKEN -> Set.of(PlatformFailure.CredentialRefused.class);
      default -> Set.of();
    };
  }

  private static Set<Class<? extends PlatformFailure>> mayStay(FaultKind kind) {
    return switch (kind) {
      case TOO_MANY_REQUESTS, TOO_MANY_REQUESTS_WITHOUT_HINT ->
          Set.of(PlatformFailure.Throttled.class);
      case SERVER_ERROR, HANGING, DROPPED_CONNECTION -> Set.of(PlatformFailure.Unavailable.class);
      case TRUNCATED_BODY, GARBAGE_BODY, WRONG_CONTENT_TYPE, DUPLICATED_PAGE, LOOPING_PAGE ->
          Set.of(PlatformFailure.Unreadable.class);
      case EXPIRED_TOKEN, REVOKED_TOKEN -> Set.of(PlatformFailure.CredentialRefused.class);
      case SLOW, TOO_MUCH_DATA, HALF_RUN, FAILED_RUN, SKIPPED_RUN, CLOCK_SKEW -> Set.of();
    };
  }

  private void assertRightOr(
      AdAccount account,
      List<PeriodReport> right,
      Set<Class<? extends PlatformFailure>> otherwise) {
    try {
      assertThat(byPeriod(report(account, View.DELIVERY, DAYS))).isEqualTo(byPeriod(right));
    } catch (PlatformFailure failure) {
      assertThat(otherwise).as(failure.toString()).contains(failure.getClass());
      connection(account)
          .credential()
          .reveal()
          .forEach(
              (name, secret) -> {
                if (secret.length() > 12) {
                  assertThat(failure.toString() + failure.getCause()).doesNotContain(secret);
                }
              });
    }
  }

  /** Rows and totals without the order of the rows, which no platform promises. */
  private static List<List<Object>> byPeriod(List<PeriodReport> reports) {
    return reports.stream()
        .map(
            report ->
                List.<Object>of(report.period(), report.accountTotal(), Set.copyOf(report.rows())))
        .toList();
  }

  /** Accounts of this platform. */
  protected List<AdAccount> accounts() {
    return simulator.ledger().accounts().stream()
        .filter(account -> account.platform() == simulated())
        .filter(account -> account.publisher().equals(Publisher.DEMO_GAMES))
        .toList();
  }

  private PlatformConnection connection(AdAccount account) {
    return new PlatformConnection(
        new AdAccountKey(
            new OrganizationId(1), platform().channelKey(), Long.toString(account.id())),
        apiVersion(),
        new PlatformCredential(secrets(simulator.credentials(account.publisher()), account)));
  }

  /** A report by the default mapping, fetched and read. */
  protected List<PeriodReport> report(AdAccount account, View view, DateRange days) {
    ReportRequest request = new ReportRequest(view, days, PeriodLength.DAY);
    AdPlatform platform = platform();
    RawFetch fetch = awaited(platform.fetchReport(connection(account), request));
    return platform.readReport(fetch, request, platform.defaultMapping());
  }

  /** The credential that is kept for an account connected with these secrets. */
  protected PlatformCredential lasting(AdAccount account, Map<String, String> secrets) {
    PlatformConnection own = connection(account);
    return awaited(
        platform()
            .lasting(
                new PlatformConnection(
                    own.account(), own.apiVersion(), new PlatformCredential(secrets))));
  }

  /** What the simulator lets an account's owner in by. */
  protected SimulatedCredentials credentials(AdAccount account) {
    return simulator.credentials(account.publisher());
  }

  /** The simulator's switches; all are off again after each test. */
  protected Faults faults() {
    return simulator.faults();
  }

  /** A report as it was fetched. */
  protected RawFetch fetch(AdAccount account, View view, DateRange days) {
    ReportRequest request = new ReportRequest(view, days, PeriodLength.DAY);
    return awaited(platform().fetchReport(connection(account), request));
  }

  /** A new one each time, so that an open breaker or a pause of one try is not seen by another. */
  private AdPlatform platform() {
    CallSettings limits =
        new CallSettings(
            Duration.ofSeconds(3),
            32 * 1024 * 1024,
            3,
            Duration.ofMillis(10),
            Duration.ofSeconds(3),
            8);
    AdPlatform platform = platform(simulator, limits, simulator.clock());
    if (platform instanceof AutoCloseable closeable) {
      opened.add(closeable);
    }
    return platform;
  }

  /** Meters that nobody reads. */
  protected static SimpleMeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  private static MetricValues sum(PeriodReport report, Predicate<FactRow> wanted) {
    Stream<MetricValues> values = report.rows().stream().filter(wanted).map(FactRow::metrics);
    return values.reduce(MetricValues.of(Map.of()), MetricValues::plus);
  }

  private static void assertExact(MetricValues values, LedgerTotal truth) {
    assertThat(EXACT.stream().map(values::orZero).toList())
        .isEqualTo(List.of(truth.impressions(), truth.clicks(), truth.spendMicros()));
  }

  private static <T> T awaited(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(Duration.ofSeconds(60)));
  }
}
