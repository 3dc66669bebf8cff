package io.outlay.domain.performance.postgres;

import static io.outlay.domain.performance.postgres.SomeSlices.DAY;
import static io.outlay.domain.performance.postgres.SomeSlices.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.Replaced;
import io.outlay.domain.performance.SliceInvalid;
import io.outlay.domain.performance.SliceRefused;
import io.outlay.domain.performance.StalePosition;
import io.outlay.domain.performance.TextSlice;
import io.outlay.domain.performance.UnknownOrganization;
import io.outlay.domain.test.MigratedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReplaceSlicesIntegrationTests {

  private static final MigratedDatabase MIGRATED = MigratedDatabase.create();

  private final StoredSlices stored = new StoredSlices(MIGRATED);

  @AfterAll
  static void close() {
    MIGRATED.close();
  }

  @Test
  void storesANewSliceAsFactsAndRollups() {
    Replaced replaced = stored.replace(stored.some().with(row("a", 3, 1_500_000), row("b", 4, 1)));

    assertThat(replaced.changed()).isEqualTo(1);
    assertThat(replaced.versions()).hasSize(1);
    assertThat(spend("fact")).isEqualTo(1_500_001);
    assertThat(spend("rollup_account_day")).isEqualTo(1_500_001);
    assertThat(spend("rollup_campaign_day")).isEqualTo(1_500_001);
    assertThat(stored.number("SELECT count(*) FROM rollup_campaign_day")).isEqualTo(2);
  }

  @Test
  void replacesChangedAndGoneRowsAndKeepsThemInHistory() {
    stored.replace(stored.some().with(row("a", 3, 10), row("b", 4, 20), row("c", 5, 30)));

    stored.replace(stored.some().numbered(2).with(row("a", 3, 10), row("b", 4, 21)));

    assertThat(spend("fact")).isEqualTo(31);
    assertThat(spend("fact_history")).isEqualTo(50);
    assertThat(spend("rollup_campaign_day")).isEqualTo(31);
    assertThat(spend("rollup_account_day")).isEqualTo(31);
  }

  @Test
  void touchesNoTupleWhereNothingChanged() {
    long start = touchedTuples();
    stored.replace(stored.some().with(row("a", 3, 10), row("b", 4, 20)));
    long before = touchedTuples();
    assertThat(before).isEqualTo(start + 5); // two facts, their two campaigns' days, the account's

    Replaced again =
        stored.replace(stored.some().numbered(2).with(row("b", 4, 20), row("a", 3, 10)));

    assertThat(touchedTuples()).isEqualTo(before);
    assertThat(again).isEqualTo(new Replaced(0, 1, List.of()));
    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.number("SELECT sequence FROM slice")).isEqualTo(2);
  }

  @Test
  void touchesOnlyTheTuplesOfRowsThatChanged() {
    stored.replace(stored.some().with(row("a", 3, 10), row("b", 4, 20), row("c", 5, 30)));
    String untouched =
        "SELECT sum(xmin::text::bigint)::bigint FROM fact WHERE spend_micros IN (10, 30)";
    long before = stored.number(untouched);

    stored.replace(
        stored.some().numbered(2).with(row("a", 3, 10), row("b", 4, 21), row("c", 5, 30)));

    assertThat(stored.number(untouched)).isEqualTo(before);
    assertThat(stored.number("SELECT count(*) FROM fact WHERE valid_from = 2")).isEqualTo(1);
    assertThat(stored.number("SELECT count(*) FROM fact_history")).isEqualTo(1);
  }

  @Test
  void anOlderOrRepeatedSliceChangesNothing() {
    stored.replace(stored.some().numbered(5).with(row("a", 3, 10)));

    Replaced older = stored.replace(stored.some().numbered(4).with(row("a", 3, 99)));
    Replaced repeated = stored.replace(stored.some().numbered(5).with(row("a", 3, 10)));

    assertThat(List.of(older, repeated)).allMatch(replaced -> replaced.changed() == 0);
    assertThat(spend("fact")).isEqualTo(10);
    assertThat(stored.version()).isEqualTo(1);
  }

  @Test
  void anEmptySliceTakesEverythingAway() {
    stored.replace(stored.some().with(row("a", 3, 10)));

    stored.replace(stored.some().numbered(2).with());

    assertThat(spend("fact")).isZero();
    assertThat(stored.number("SELECT count(*) FROM rollup_account_day")).isZero();
    assertThat(spend("fact_history")).isEqualTo(10);
  }

  @Test
  void keepsWhatCameBetweenWhenSlicesOfOneKeyArriveTogether() {
    stored.replace(
        stored.some().numbered(1).with(row("a", 1, 10)),
        stored.some().numbered(2).with(row("a", 1, 20)),
        stored.some().on(DAY.plusDays(1)).numbered(3).with(row("a", 1, 5)));

    assertThat(spend("fact")).isEqualTo(25);
    assertThat(spend("fact_history")).isEqualTo(10);
  }

  @Test
  void refusesDaysThatAnotherSourceOwns() {
    stored.replace(stored.some().with(row("a", 1, 10)));

    assertThatThrownBy(
            () -> stored.replace(stored.some().from("file").numbered(2).with(row("a", 1, 20))))
        .isInstanceOf(SliceRefused.class)
        .hasMessageContaining("belong to source \"api\"");
    assertThat(spend("fact")).isEqualTo(10);
  }

  @Test
  void refusesPeriodsThatOverlapUnequally() {
    stored.replace(stored.some().over(DAY, DAY.plusDays(6)).with(row("a", 1, 10)));

    for (SomeSlices overlapping :
        List.of(
            stored.some().on(DAY.plusDays(3)),
            stored.some().on(DAY.plusDays(6)),
            stored.some().over(DAY.minusDays(3), DAY))) {
      assertThatThrownBy(() -> stored.replace(overlapping.numbered(2).with(row("a", 1, 1))))
          .isInstanceOf(SliceRefused.class);
    }
    stored.replace(stored.some().on(DAY.minusDays(1)).numbered(2).with(row("a", 1, 1)));
    assertThat(spend("fact")).isEqualTo(11);
  }

  @Test
  void takesDaysOverWhenToldAndKeepsTheOthersRowsInHistory() {
    stored.replace(stored.some().with(row("a", 1, 10), row("b", 1, 5)));

    stored.replace(stored.some().from("file").numbered(2).takingOver().with(row("a", 1, 7)));
    Replaced redelivered = stored.replace(stored.some().with(row("a", 1, 10), row("b", 1, 5)));

    assertThat(redelivered.changed()).isZero();
    assertThat(spend("fact")).isEqualTo(7);
    assertThat(spend("rollup_campaign_day")).isEqualTo(7);
    assertThat(spend("fact_history")).isEqualTo(15);
    assertThatThrownBy(() -> stored.replace(stored.some().numbered(3).with(row("a", 1, 1))))
        .isInstanceOf(SliceRefused.class);
  }

  @Test
  void replacesOnlyTheNamedCampaigns() {
    stored.replace(stored.some().with(row("a", 1, 10), row("b", 1, 20), row("c", 1, 30)));

    stored.replace(stored.some().numbered(2).onlyCampaigns("a", "b").with(row("a", 1, 11)));

    assertThat(spend("fact")).isEqualTo(41);
    assertThat(spend("rollup_account_day")).isEqualTo(41);
    assertThat(stored.number("SELECT row_count::bigint FROM slice")).isEqualTo(2);
    stored.replace(stored.some().numbered(3).with(row("a", 1, 11)));
    assertThat(spend("fact")).isEqualTo(11);
  }

  @Test
  void refusesCampaignsOfAnotherLevelThanTheStoredOnes() {
    stored.replace(stored.some().with(row("a", 1, 10)));

    assertThatThrownBy(
            () ->
                stored.replace(
                    stored
                        .some()
                        .numbered(2)
                        .atLevel(Level.AD)
                        .onlyCampaigns("b")
                        .with(row("b", 1, 11))))
        .isInstanceOf(SliceRefused.class)
        .hasMessageContaining("level CAMPAIGN");
  }

  @Test
  void keepsWhatACampaignWasCalledBefore() {
    Map<BaseMetric, Long> metrics = Map.of(BaseMetric.CLICKS, 1L);
    stored.replace(stored.some().with(row("a", "Spring", metrics)));

    stored.replace(stored.some().on(DAY.plusDays(1)).numbered(2).with(row("a", "Summer", metrics)));

    assertThat(stored.number("SELECT count(*) FROM campaign WHERE name = 'Summer'")).isEqualTo(1);
    assertThat(
            stored.number(
                "SELECT valid_from FROM campaign_history WHERE name = 'Spring' AND valid_from < 2"))
        .isEqualTo(1);
    assertThat(stored.number("SELECT valid_from FROM campaign_history WHERE name = 'Summer'"))
        .isEqualTo(2);
  }

  @Test
  void movesPositionsWithTheDataOrNeither() {
    PostgresLogPositions positions = new PostgresLogPositions(MIGRATED.database());
    String topic = "topic-" + stored.organization();
    StoredSlices.awaited(positions.read("cluster", topic, List.of(3)));

    stored.replace(
        List.of(new LogPosition("cluster", topic, 3, 0, 5)), stored.some().with(row("a", 1, 10)));
    assertThatThrownBy(
            () ->
                stored.replace(
                    List.of(new LogPosition("cluster", topic, 3, 0, 9)),
                    stored.some().numbered(2).with(row("a", 1, 99))))
        .isInstanceOf(StalePosition.class);

    assertThat(StoredSlices.awaited(positions.read("cluster", topic, List.of(3))))
        .containsEntry(3, 5L);
    assertThat(spend("fact")).isEqualTo(10);
  }

  @Test
  void keepsTheSequenceAheadOfEveryAppliedSlice() {
    long far = 1_000_000_000L + stored.organization().value();

    stored.replace(stored.some().numbered(far).with(row("a", 1, 10)));

    long next = StoredSlices.awaited(new PostgresSliceSequence(MIGRATED.database()).next());
    assertThat(next).isGreaterThan(far);
  }

  @Test
  void tellsWhatTheDatabaseDoesNotTake() {
    assertThatThrownBy(() -> stored.replace(stored.some().with(row("a\u0000", 1, 10))))
        .isInstanceOf(SliceInvalid.class);
    TextSlice foreign = TextSlice.of(SomeSlices.of(new OrganizationId(987_654)).with());
    assertThatThrownBy(
            () ->
                new PostgresSlices(MIGRATED.database())
                    .replace(new OrganizationId(987_654), List.of(foreign), List.of())
                    .block(Duration.ofSeconds(20)))
        .isInstanceOf(UnknownOrganization.class);
  }

  @Test
  void hidesSlicesFromUnscopedSqlOfOthers() {
    stored.replace(stored.some().with(row("a", 1, 10)));
    StoredSlices other = new StoredSlices(MIGRATED);

    for (String table :
        List.of("slice", "fact", "rollup_account_day", "rollup_campaign_day", "campaign")) {
      String unscoped = "SELECT count(*) FROM " + table;
      assertThat(stored.number(unscoped)).isPositive();
      assertThat(other.number(unscoped)).isZero();
      long unseen =
          StoredSlices.awaited(
              MIGRATED
                  .database()
                  .inNoOrganization()
                  .one(unscoped, List.of(), row -> Rows.number(row, 0)));
      assertThat(unseen).isZero();
    }
  }

  private long spend(String table) {
    return stored.number("SELECT sum(spend_micros)::bigint FROM " + table);
  }

  /**
   * All tuples ever inserted, updated or deleted in facts and rollups, as PostgreSQL counts them.
   */
  private long touchedTuples() {
    stored.number("SELECT 0::bigint FROM pg_stat_force_next_flush()");
    return stored.number(
        """
        SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::bigint
          FROM pg_stat_user_tables WHERE relname ~ '^(fact|rollup)_'
        """);
  }
}
