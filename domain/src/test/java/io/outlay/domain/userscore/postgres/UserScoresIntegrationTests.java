package io.outlay.domain.userscore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.error.CursorExpired;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.test.MigratedDatabase;
import io.outlay.domain.userscore.BandChange;
import io.outlay.domain.userscore.KeptScore;
import io.outlay.domain.userscore.RiskBand;
import io.outlay.domain.userscore.UserQuery;
import io.outlay.domain.userscore.UserScores.ListedUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Latest scores, lists of users by them, and the changes of bands they cause. */
class UserScoresIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();
  private static final Database DATABASE = MIGRATED.database();
  private static final Notifications NOTIFICATIONS = new Notifications(DATABASE);
  private static final PostgresUserScores SCORES = new PostgresUserScores(DATABASE);
  private static final PostgresBandChanges CHANGES =
      new PostgresBandChanges(DATABASE, NOTIFICATIONS);
  private static int number;

  private OrganizationId organization = new OrganizationId(1);
  private List<Long> users = List.of();

  @AfterAll
  static void close() {
    CHANGES.close();
    NOTIFICATIONS.close();
    MIGRATED.close();
  }

  @BeforeEach
  void users() {
    organization = MIGRATED.addOrganization("scored-" + ++number);
    users =
        Objects.requireNonNull(
            DATABASE
                .inOrganization(organization)
                .query(
                    "INSERT INTO app_user (organization_id, external_id) SELECT $1, 'u' || n FROM"
                        + " generate_series(1, 40) n RETURNING user_id",
                    List.of(organization.value()),
                    row -> Objects.requireNonNull(row.get("user_id", Long.class)))
                .collectList()
                .block(PATIENCE));
  }

  @Test
  void tellsAChangeWhenABandChangesAndOnlyThen() {
    assertThat(keep(score(0, 0.1, NOON), score(1, 0.9, NOON))).isEqualTo(1);
    assertThat(keep(score(0, 0.2, NOON.plusSeconds(1)), score(1, 0.8, NOON.plusSeconds(1))))
        .isZero();
    assertThat(keep(score(1, 0.1, NOON.plusSeconds(2)))).isEqualTo(1);

    assertThat(changesAfter(0))
        .extracting(BandChange::number, BandChange::userId, BandChange::previous, BandChange::band)
        .containsExactly(
            tuple(1L, users.get(1), RiskBand.LOW, RiskBand.HIGH),
            tuple(2L, users.get(1), RiskBand.HIGH, RiskBand.LOW));
  }

  @Test
  void anOlderScoreAndOneOfAUserWhoIsGoneChangeNothing() {
    keep(score(0, 0.9, NOON));
    assertThat(keep(score(0, 0.1, NOON.minusSeconds(1)))).isZero();
    KeptScore ofNobody =
        new KeptScore(RiskKind.CHURN, 999_999_999, 3, 0.95, RiskBand.HIGH, 7, 1, NOON, NOON);
    assertThat(keep(ofNobody)).isZero();
    assertThat(list(null)).extracting(user -> user.user().id()).containsExactly(users.get(0));
  }

  @Test
  void followersSeeEveryChangeOnceWhateverTheOrderOfCommits() {
    List<Long> seen = new ArrayList<>();
    int writers = 8;
    int rounds = 12;
    Random random = new Random(7);
    Disposable following =
        Flux.defer(() -> CHANGES.after(organization, seen.size(), 5))
            .doOnNext(change -> seen.add(change.number()))
            .repeat()
            .subscribe();

    List<Mono<Integer>> work = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      List<List<KeptScore>> batches =
          IntStream.range(0, rounds)
              .mapToObj(
                  round ->
                      LongStream.range(0, 5)
                          .mapToObj(
                              user ->
                                  score(
                                      random.nextInt(40),
                                      random.nextBoolean() ? 0.1 : 0.9,
                                      NOON.plusMillis(random.nextInt(100_000))))
                          .collect(
                              Collectors.toMap(
                                  KeptScore::userId, kept -> kept, (one, other) -> one))
                          .values()
                          .stream()
                          .toList())
              .toList();
      work.add(
          Flux.fromIterable(batches)
              .concatMap(batch -> SCORES.keep(organization, batch))
              .reduce(0, Integer::sum));
    }
    int changed = Objects.requireNonNull(Flux.merge(work).reduce(0, Integer::sum).block(PATIENCE));
    following.dispose();

    assertThat(changed).isGreaterThan(40);
    seen.addAll(changesAfter(seen.size()).stream().map(BandChange::number).toList());
    assertThat(seen).isEqualTo(LongStream.rangeClosed(1, changed).boxed().toList());
    assertThat(CHANGES.latest(organization).block(PATIENCE)).isEqualTo(changed);
  }

  @Test
  void whoAsksForRemovedChangesHearsSo() {
    keep(score(0, 0.9, NOON), score(1, 0.9, NOON.plusSeconds(60)));
    keep(score(2, 0.9, NOON.plusSeconds(120)));
    CHANGES.removeBefore(organization, NOON.plusSeconds(90)).block(PATIENCE);

    assertThat(changesAfter(2)).extracting(BandChange::number).containsExactly(3L);
    StepVerifier.create(CHANGES.after(organization, 1, 10)).verifyError(CursorExpired.class);
  }

  @Test
  void listsUsersByTheirScoresPageByPage() {
    IntStream.range(0, 40).forEach(user -> keep(score(user, (user % 20 + 0.5) / 21, NOON)));

    List<Long> paged = new ArrayList<>();
    UserQuery.@Nullable Position after = null;
    do {
      List<ListedUser> page = list(after);
      List<ListedUser> shown = page.subList(0, Math.min(7, page.size()));
      shown.forEach(user -> paged.add(user.user().id()));
      ListedUser last = shown.getLast();
      after = page.size() > 7 ? new UserQuery.Position(last.place(), last.user().id()) : null;
    } while (after != null);

    List<Long> expected =
        Stream.iterate(19, place -> place >= 10, place -> place - 1)
            .flatMap(place -> Stream.of(users.get(place + 20), users.get(place)))
            .toList();
    assertThat(paged).isEqualTo(expected);
  }

  private List<ListedUser> list(UserQuery.@Nullable Position after) {
    UserQuery query =
        new UserQuery(
            organization,
            new UserQuery.Risk(RiskKind.CHURN, 0.5, 1, Set.of(RiskBand.HIGH, RiskBand.MEDIUM)),
            "u",
            UserQuery.Order.PROBABILITY,
            true,
            7,
            after);
    return Objects.requireNonNull(SCORES.page(query).block(PATIENCE));
  }

  private int keep(KeptScore... scores) {
    return Objects.requireNonNull(SCORES.keep(organization, List.of(scores)).block(PATIENCE));
  }

  private List<BandChange> changesAfter(long number) {
    return Objects.requireNonNull(
        CHANGES.after(organization, number, 1_000).collectList().block(PATIENCE));
  }

  private KeptScore score(int user, double probability, Instant at) {
    RiskBand band = probability >= 0.5 ? RiskBand.HIGH : RiskBand.LOW;
    return new KeptScore(
        RiskKind.CHURN, users.get(user), probability * 4 - 2, probability, band, 7, 1, at, at);
  }
}
