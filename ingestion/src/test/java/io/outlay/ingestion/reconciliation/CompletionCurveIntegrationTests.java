package io.outlay.ingestion.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.platform.CompletionPoint;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.domain.platform.postgres.PostgresCompletionCurves;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How a platform's past days grew, told beside the ledger's own figures at each age. Three days are
 * read every day, then twice more.
 */
@ResourceLock("slice log")
class CompletionCurveIntegrationTests {

  private static final Instant FIRST = Instant.parse("2026-11-03T12:02:00Z");
  private static final List<Integer> READ_AFTER_DAYS = List.of(0, 1, 2, 3, 4, 7, 40);
  private static final int DAYS = 3;
  private static final int OLDEST_AGE = 30;

  private static final Set<CollectedAccount> COLLECTED =
      EnumSet.of(CollectedAccount.META, CollectedAccount.GOOGLE_ADS);

  /** Days of an account and, by its age then, the day's sums. */
  private static final Map<CollectedAccount, Map<LocalDate, TreeMap<Integer, Sums>>> READ =
      new EnumMap<>(CollectedAccount.class);

  private static ReconciliationStage stage;
  private static Map<CollectedAccount, PlatformAccess> accounts;

  @BeforeAll
  static void readThemAsTheyGrow() {
    stage = new ReconciliationStage(3, FIRST);
    stage.process().start();
    accounts = connectAll(stage.organization());
    for (int days : READ_AFTER_DAYS) {
      stage.moveTo(FIRST.plus(Duration.ofDays(days)));
      stage.syncAll(accounts.values());
      accounts.forEach((which, access) -> note(which, access));
    }
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"META", "GOOGLE_ADS"})
  void spendAtEachAgeEqualsTheLedgersShare(CollectedAccount which) {
    assertCurve(which, BaseMetric.SPEND, Sums::spendMicros);
  }

  @ParameterizedTest
  @EnumSource(names = {"META", "GOOGLE_ADS"})
  void conversionsAtEachAgeEqualTheLedgersShare(CollectedAccount which) {
    assertCurve(which, BaseMetric.CONVERSIONS, Sums::conversionMicros);
  }

  private static void assertCurve(
      CollectedAccount which, BaseMetric metric, ToLongFunction<Sums> figure) {
    List<CompletionPoint> curve = curve(which, metric);

    assertThat(curve).hasSizeGreaterThan(OLDEST_AGE - DAYS);
    for (CompletionPoint point : curve) {
      double known = sum(which, figure, point.ageDays());
      double last = sum(which, figure, Integer.MAX_VALUE);
      assertThat(point.days()).isEqualTo(DAYS);
      assertThat(point.share()).as(point.toString()).isCloseTo(known / last, within(1e-9));
    }
    assertThat(curve.getFirst().share()).isLessThan(curve.getLast().share());
  }

  /** Of all days, what was known when each of them was of an age. */
  private static double sum(CollectedAccount which, ToLongFunction<Sums> figure, int age) {
    return Objects.requireNonNull(READ.get(which)).values().stream()
        .mapToLong(day -> figure.applyAsLong(day.floorEntry(age).getValue()))
        .sum();
  }

  /** Each from its own present day on. */
  private static Map<CollectedAccount, PlatformAccess> connectAll(OrganizationId organization) {
    Map<CollectedAccount, PlatformAccess> connected = new EnumMap<>(CollectedAccount.class);
    for (CollectedAccount which : COLLECTED) {
      connected.put(which, stage.connect(organization, which, today(which)));
    }
    return connected;
  }

  private static void note(CollectedAccount which, PlatformAccess access) {
    LocalDate today = today(which);
    LocalDate first = access.settings().historyFrom();
    for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
      int age = (int) ChronoUnit.DAYS.between(day, today);
      if (age >= 0) {
        READ.computeIfAbsent(which, of -> new TreeMap<>())
            .computeIfAbsent(day, of -> new TreeMap<>())
            .put(age, total(which, day));
      }
    }
  }

  private static Sums total(CollectedAccount which, LocalDate day) {
    return stage.ledger(which).at(day, day, stage.simulator().clock().instant()).entrySet().stream()
        .filter(one -> one.getKey().campaignId() == Entity.ACCOUNT)
        .map(Map.Entry::getValue)
        .reduce(Sums.NONE, Sums::plus);
  }

  private static LocalDate today(CollectedAccount which) {
    return which.in(stage.simulator()).today(stage.simulator().clock().instant());
  }

  private static List<CompletionPoint> curve(CollectedAccount which, BaseMetric metric) {
    PlatformAccess access = Objects.requireNonNull(accounts.get(which));
    LocalDate ripe = access.settings().historyFrom().plusDays(DAYS - 1);
    return Objects.requireNonNull(
        new PostgresCompletionCurves(stage.migrated().database())
            .curve(
                access.account().organization(),
                List.of(access.adAccountId()),
                metric,
                ripe,
                OLDEST_AGE)
            .block(ReconciliationStage.PATIENCE));
  }
}
