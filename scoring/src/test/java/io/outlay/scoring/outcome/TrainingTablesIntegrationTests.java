package io.outlay.scoring.outcome;

import static io.outlay.scoring.outcome.StoredHistory.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userevent.UserEvent;
import io.outlay.scoring.metric.SurvivalTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTablesIntegrationTests {

  private static final StoredHistory STORED = new StoredHistory();
  private static final OrganizationId OWN = STORED.addOrganization("own");
  private static final OrganizationId OTHER = STORED.addOrganization("other");
  private static final int USERS = 160;
  private static final Instant FROM = SeededHistory.START;

  /** Some sixty days before the history ends, so that there is a future to hide. */
  private static final Instant KNOWN_BY = FROM.plus(Duration.ofDays(180));

  private static final List<UserEvent> EVENTS = SeededHistory.of(7, USERS);

  /** Tables made before anything later was recorded. */
  private static final Map<RiskKind, TrainingTable> BEFORE = new EnumMap<>(RiskKind.class);

  @BeforeAll
  static void recordWhatWasKnownAndThenTheFuture() {
    STORED.record(OWN, EVENTS.stream().filter(event -> !isFuture(event)).toList());
    for (RiskKind kind : RiskKind.values()) {
      BEFORE.put(kind, build(OWN, kind, 10_000));
    }
    STORED.record(
        OWN,
        EVENTS.stream()
            .filter(TrainingTablesIntegrationTests::isFuture)
            .filter(event -> event.otherUserId() == null)
            .toList());
    STORED.record(OTHER, SeededHistory.of(8, 20));
  }

  @AfterAll
  static void close() {
    STORED.close();
  }

  private static boolean isFuture(UserEvent event) {
    return event.recordedAt().isAfter(KNOWN_BY);
  }

  @ParameterizedTest
  @EnumSource(RiskKind.class)
  void isTheSameAfterTheFutureHasComeAndWhenMadeAgain(RiskKind kind) {
    TrainingTable before = Objects.requireNonNull(BEFORE.get(kind));
    TrainingTable after = build(OWN, kind, 10_000);

    assertThat(after.samples()).isEqualTo(before.samples());
    assertThat(after.rows().values()).containsExactly(before.rows().values());
    assertThat(after.labels()).containsExactly(before.labels());
    assertThat(after.hash()).isEqualTo(before.hash());
    assertThat(EVENTS.stream().filter(TrainingTablesIntegrationTests::isFuture))
        .hasSizeGreaterThan(500);
  }

  @ParameterizedTest
  @EnumSource(RiskKind.class)
  void holdsRipeRowsInTheOrderOfTheirTimes(RiskKind kind) {
    TrainingTable table = build(OWN, kind, 10_000);
    int ripeAfter = await(STORED.settings.of(OWN)).ripeAfterDays(kind);
    Instant latest = KNOWN_BY.minus(Duration.ofDays(ripeAfter));

    assertThat(table.samples())
        .hasSizeGreaterThan(100)
        .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()))
        .allSatisfy(sample -> assertThat(sample.at()).isBetween(FROM, latest));
    assertThat(table.rows().rows()).isEqualTo(table.samples().size());
    assertThat(table.rows().columns()).isEqualTo(table.features().definitions().size());
    assertThat(table.segments()).hasSameSizeAs(table.samples()).contains("META");
    assertThat(table.definition()).contains("days");
    assertThat(table.knownBy()).isEqualTo(KNOWN_BY);
    if (kind != RiskKind.FIRST_PURCHASE) {
      assertThat(table.samples().stream().map(Sample::userId).distinct().count())
          .isLessThan(table.samples().size());
    }
  }

  @Test
  void fewerRowsAreSomeOfTheMore() {
    TrainingTable all = build(OWN, RiskKind.CHURN, 10_000);
    TrainingTable some = build(OWN, RiskKind.CHURN, 150);
    assertThat(some.samples()).hasSize(150);
    assertThat(all.samples()).containsAll(some.samples()).hasSizeGreaterThan(150);
    for (int row = 0; row < 150; row++) {
      int same = all.samples().indexOf(some.samples().get(row));
      for (int column = 0; column < all.rows().columns(); column++) {
        assertThat(Float.valueOf(some.rows().at(row, column)))
            .isEqualTo(Float.valueOf(all.rows().at(same, column)));
      }
      assertThat(some.labels()[row]).isEqualTo(all.labels()[same]);
    }
  }

  @Test
  void churnHasTimesThatAgreeWithItsLabels() {
    TrainingTable table = build(OWN, RiskKind.CHURN, 10_000);
    SurvivalTimes times = Objects.requireNonNull(table.survival());
    for (int row = 0; row < table.labels().length; row++) {
      boolean within = times.events()[row] && times.times()[row] <= 30;
      assertThat(table.labels()[row]).isEqualTo(within);
      assertThat(times.times()[row]).isGreaterThanOrEqualTo(times.events()[row] ? 1 : 30);
    }
    assertThat(build(OWN, RiskKind.FIRST_PURCHASE, 10_000).survival()).isNull();
  }

  @ParameterizedTest
  @EnumSource(RiskKind.class)
  void labelsAreTheOutcomesOfTheSamples(RiskKind kind) {
    TrainingTable table = build(OWN, kind, 10_000);
    List<KnownOutcome> outcomes = await(STORED.outcomes.of(OWN, kind, table.samples(), KNOWN_BY));
    for (int row = 0; row < outcomes.size(); row++) {
      KnownOutcome outcome = outcomes.get(row);
      if (outcome == KnownOutcome.UNRIPE) { // unlabelled users, learned as no
        assertThat(kind).isEqualTo(RiskKind.FRAUD);
        assertThat(table.labels()[row]).isFalse();
      } else {
        assertThat(outcome == KnownOutcome.HAPPENED).isEqualTo(table.labels()[row]);
      }
    }
    assertThat(outcomes).contains(KnownOutcome.HAPPENED, KnownOutcome.DID_NOT_HAPPEN);
  }

  @Test
  void anotherOrganizationsUsersNeverAppear() {
    Set<Long> own = new HashSet<>(await(STORED.history.users(OWN, 0, 1_000)));
    Set<Long> others = new HashSet<>(await(STORED.history.users(OTHER, 0, 1_000)));
    assertThat(own).isNotEmpty().doesNotContainAnyElementsOf(others);
    assertThat(build(OWN, RiskKind.CHURN, 10_000).samples())
        .allSatisfy(sample -> assertThat(own).contains(sample.userId()));
    long foreign = others.iterator().next();
    List<Sample> asked = new ArrayList<>();
    asked.add(new Sample(foreign, FROM.plus(Duration.ofDays(60))));
    assertThat(await(STORED.outcomes.of(OWN, RiskKind.CHURN, asked, KNOWN_BY)))
        .containsExactly(KnownOutcome.NOT_ASKED);
  }

  @Test
  void tellsWhenThereIsTooLittleToLearnFrom() {
    OrganizationId empty = STORED.addOrganization("empty");
    assertThatThrownBy(() -> build(empty, RiskKind.CHURN, 10_000))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("from is")
        .hasMessageContaining("there are 0");
  }

  @Test
  void tellsHowFarItIs() {
    List<Double> told = new ArrayList<>();
    await(STORED.tables.build(OWN, RiskKind.CHURN, FROM, KNOWN_BY, 10_000, told::add));
    assertThat(told).isSorted().hasSizeGreaterThan(2).endsWith(1.0);
    assertThat(told).allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
  }

  private static TrainingTable build(OrganizationId organization, RiskKind kind, int mostRows) {
    return await(STORED.tables.build(organization, kind, FROM, KNOWN_BY, mostRows, share -> {}));
  }
}
