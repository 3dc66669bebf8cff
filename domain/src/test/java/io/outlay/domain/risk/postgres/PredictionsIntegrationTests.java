package io.outlay.domain.risk.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.LoggedPrediction;
import io.outlay.domain.risk.ModelRole;
import io.outlay.domain.risk.PairedPrediction;
import io.outlay.domain.risk.PendingPrediction;
import io.outlay.domain.risk.Prediction;
import io.outlay.domain.risk.PredictionOutcome;
import io.outlay.domain.risk.PredictionWindow;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.WindowCounts;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.domain.user.ErasedUser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class PredictionsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant MORNING = Instant.parse("2026-11-03T06:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final PostgresPredictionLog LOG = new PostgresPredictionLog(MIGRATED.database());
  private static final PostgresPredictions READ = new PostgresPredictions(MIGRATED.database());
  private static final PostgresPendingPredictions PENDING =
      new PostgresPendingPredictions(MIGRATED.database());
  private static final PostgresPredictionRetention RETENTION =
      new PostgresPredictionRetention(MIGRATED.database());

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void ofAUserModelAndUtcDayTheFirstPredictionIsKept() {
    OrganizationId organization = MIGRATED.addOrganization("first of the day");
    long user = addUser(organization, "u1");
    Prediction first = said(organization, user, 7, MORNING, .2);
    Prediction lastMoment = said(organization, user, 7, Instant.parse("2026-11-03T23:59:59Z"), .3);
    Prediction nextDay = said(organization, user, 7, Instant.parse("2026-11-04T00:00:00Z"), .4);

    append(first, said(organization, user, 8, MORNING, .9), lastMoment);
    append(first, nextDay);

    assertThat(window(organization, 7, DAY, DAY))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.probability()).isEqualTo(.2);
              assertThat(one.scoredAt()).isEqualTo(MORNING);
              assertThat(one.features()).containsExactly(1.5f, Float.NaN, (float) user);
              assertThat(one.outcome()).isNull();
            });
    assertThat(window(organization, 7, DAY, DAY.plusDays(1)))
        .singleElement()
        .satisfies(newest -> assertThat(newest.probability()).isEqualTo(.4));
  }

  @Test
  void ofUsersThatAreGoneNothingIsKept() {
    OrganizationId organization = MIGRATED.addOrganization("gone");
    long user = addUser(organization, "stays");

    append(said(organization, user, 7, MORNING, .2), said(organization, 999_999, 7, MORNING, .2));

    assertThat(counts(organization, 7)).isEqualTo(new WindowCounts(1, 1, 0));
  }

  @Test
  void outcomesAreWrittenDownOnceForAllModelsAndOldestFirst() {
    OrganizationId organization = MIGRATED.addOrganization("outcomes");
    long first = addUser(organization, "a");
    long second = addUser(organization, "b");
    long third = addUser(organization, "c");
    Instant later = MORNING.plusSeconds(60);
    append(
        said(organization, first, 7, MORNING, .2),
        said(organization, first, 8, MORNING, .3),
        said(organization, second, 7, later, .8),
        said(organization, second, 8, later, .6),
        said(organization, third, 7, later, .5));

    List<PendingPrediction> pending =
        Objects.requireNonNull(
            PENDING.oldest(organization, RiskKind.CHURN, null, 2).block(PATIENCE));
    assertThat(pending)
        .containsExactly(
            new PendingPrediction(first, MORNING), new PendingPrediction(second, later));
    assertThat(PENDING.oldest(organization, RiskKind.CHURN, pending.getLast(), 2).block(PATIENCE))
        .containsExactly(new PendingPrediction(third, later));

    Map<PendingPrediction, PredictionOutcome> known =
        Map.of(
            pending.get(0),
            PredictionOutcome.HAPPENED,
            pending.get(1),
            PredictionOutcome.DID_NOT_HAPPEN,
            new PendingPrediction(third, later),
            PredictionOutcome.NOT_ASKED);
    assertThat(conclude(organization, known)).isEqualTo(5);
    assertThat(conclude(organization, known)).isZero();

    assertThat(counts(organization, 7)).isEqualTo(new WindowCounts(3, 0, 2));
    assertThat(window(organization, 7, DAY, DAY))
        .extracting(LoggedPrediction::outcome)
        .containsExactlyInAnyOrder(PredictionOutcome.HAPPENED, PredictionOutcome.DID_NOT_HAPPEN);
    assertThat(READ.pairs(windowOf(organization, 7, DAY, DAY), 8, 10).collectList().block(PATIENCE))
        .containsExactlyInAnyOrder(
            new PairedPrediction(.2, .3, true), new PairedPrediction(.8, .6, false));
  }

  @Test
  void ofMoreUsersThanAskedForTheSameOnesAreRead() {
    OrganizationId organization = MIGRATED.addOrganization("many");
    Prediction[] all =
        IntStream.range(0, 50)
            .mapToObj(i -> said(organization, addUser(organization, "m" + i), 7, MORNING, .5))
            .toArray(Prediction[]::new);
    append(all);
    PredictionWindow window = windowOf(organization, 7, DAY, DAY);

    List<Long> once = users(READ.newest(window, 20).collectList());
    assertThat(once)
        .hasSize(20)
        .doesNotHaveDuplicates()
        .isNotEqualTo(once.stream().sorted().toList());
    assertThat(users(READ.newest(window, 20).collectList())).isEqualTo(once);
  }

  @Test
  void organizationsDoNotSeeEachOther() {
    OrganizationId one = MIGRATED.addOrganization("one");
    OrganizationId other = MIGRATED.addOrganization("other");
    long user = addUser(one, "mine");
    append(said(one, user, 7, MORNING, .2), said(other, user, 7, MORNING, .2));

    assertThat(counts(one, 7).predictions()).isEqualTo(1);
    assertThat(counts(other, 7).predictions()).isZero();
    assertThat(erase(other, user)).isZero();
    assertThat(PENDING.oldest(other, RiskKind.CHURN, null, 10).block(PATIENCE)).isEmpty();
    assertThat(counts(one, 7).predictions()).isEqualTo(1);
  }

  @Test
  void oldPredictionsAreDeletedInPortionsAndAUsersAtOnce() {
    OrganizationId organization = MIGRATED.addOrganization("old");
    long user = addUser(organization, "x");
    append(
        IntStream.range(0, 5)
            .mapToObj(day -> said(organization, user, 7, MORNING.plus(day, ChronoUnit.DAYS), .1))
            .toArray(Prediction[]::new));

    LocalDate before = DAY.plusDays(3);
    assertThat(RETENTION.deleteBefore(organization, before, 2).block(PATIENCE)).isEqualTo(2);
    assertThat(RETENTION.deleteBefore(organization, before, 2).block(PATIENCE)).isEqualTo(1);
    assertThat(RETENTION.deleteBefore(organization, before, 2).block(PATIENCE)).isZero();
    assertThat(erase(organization, user)).isEqualTo(2);
    assertThat(window(organization, 7, DAY, DAY.plusDays(9))).isEmpty();
  }

  private static long addUser(OrganizationId organization, String externalId) {
    return Objects.requireNonNull(
        MIGRATED
            .database()
            .inOrganization(organization)
            .one(
                "INSERT INTO app_user (organization_id, external_id) VALUES ($1, $2) RETURNING"
                    + " user_id",
                List.of(organization.value(), externalId),
                row -> Rows.get(row, "user_id", Long.class))
            .block(PATIENCE));
  }

  private static Prediction said(
      OrganizationId organization, long user, long model, Instant at, double probability) {
    return new Prediction(
        organization,
        RiskKind.CHURN,
        user,
        model,
        ModelRole.CHAMPION,
        at,
        42,
        new float[] {1.5f, Float.NaN, (float) user},
        Math.log(probability / (1 - probability)),
        probability);
  }

  private static long erase(OrganizationId organization, long user) {
    return Objects.requireNonNull(
        new PredictionEraser(MIGRATED.database())
            .erase(new ErasedUser(organization, user, Set.of(user), Set.of()))
            .block(PATIENCE));
  }

  private static void append(Prediction... predictions) {
    LOG.append(List.of(predictions)).block(PATIENCE);
  }

  private static long conclude(
      OrganizationId organization, Map<PendingPrediction, PredictionOutcome> known) {
    return Objects.requireNonNull(
        PENDING
            .conclude(organization, RiskKind.CHURN, known, MORNING.plus(44, ChronoUnit.DAYS))
            .block(PATIENCE));
  }

  private static PredictionWindow windowOf(
      OrganizationId organization, long model, LocalDate from, LocalDate to) {
    return new PredictionWindow(organization, RiskKind.CHURN, model, from, to);
  }

  private static List<LoggedPrediction> window(
      OrganizationId organization, long model, LocalDate from, LocalDate to) {
    return Objects.requireNonNull(
        READ.newest(windowOf(organization, model, from, to), 1_000).collectList().block(PATIENCE));
  }

  private static WindowCounts counts(OrganizationId organization, long model) {
    return Objects.requireNonNull(
        READ.counts(windowOf(organization, model, DAY, DAY)).block(PATIENCE));
  }

  private static List<Long> users(Mono<List<LoggedPrediction>> read) {
    return Objects.requireNonNull(read.block(PATIENCE)).stream()
        .map(LoggedPrediction::userId)
        .toList();
  }
}
