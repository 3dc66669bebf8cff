package io.outlay.ingestion.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.MetricValues;
import io.outlay.ingestion.platform.PlatformFailure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemaindersTests {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

  @Test
  void aCampaignWithoutAdsIsItsOwnRemainder() {
    List<EntityRow> rows =
        complete(
            List.of(row(EntityKey.ad("c1", "g1", "a1"), 10, 100)),
            List.of(row(EntityKey.adGroup("c1", "g1"), 10, 100)),
            List.of(row(EntityKey.campaign("c1"), 10, 100), row(EntityKey.campaign("pmax"), 7, 70)),
            List.of(row(EntityKey.ACCOUNT, 18, 171)));

    assertThat(rows)
        .containsExactlyInAnyOrder(
            row(EntityKey.ad("c1", "g1", "a1"), 10, 100),
            row(EntityKey.campaign("pmax"), 7, 70),
            row(EntityKey.ACCOUNT, 1, 1));
  }

  @Test
  void rowsWithoutAnyFigureAreLeftOut() {
    List<EntityRow> none = List.of(row(EntityKey.ACCOUNT, 0, 0));

    assertThat(
            complete(List.of(row(EntityKey.ad("c", "g", "a"), 0, 0)), List.of(), List.of(), none))
        .isEmpty();
  }

  @Test
  void aRepeatedRowIsUnreadable() {
    EntityRow twice = row(EntityKey.ad("c", "g", "a"), 1, 1);

    assertThatThrownBy(() -> complete(List.of(twice, twice), List.of(), List.of(), List.of()))
        .isInstanceOf(PlatformFailure.Unreadable.class)
        .hasMessageContaining("repeated");
  }

  @Test
  void partsThatSpendMoreThanTheirWholeAreUnreadable() {
    assertThatThrownBy(
            () ->
                complete(
                    List.of(row(EntityKey.ad("c", "g", "a"), 1, 11)),
                    List.of(row(EntityKey.adGroup("c", "g"), 1, 10)),
                    List.of(row(EntityKey.campaign("c"), 1, 10)),
                    List.of(row(EntityKey.ACCOUNT, 1, 10))))
        .isInstanceOf(PlatformFailure.Unreadable.class)
        .hasMessageContaining("ad group g");
  }

  @Test
  void conversionsMayMoveBetweenLevelsAndStillAddUp() {
    List<EntityRow> rows =
        complete(
            List.of(converted(EntityKey.ad("c", "g", "a"), 3)),
            List.of(converted(EntityKey.adGroup("c", "g"), 2)),
            List.of(converted(EntityKey.campaign("c"), 2)),
            List.of(converted(EntityKey.ACCOUNT, 2)));

    assertThat(rows)
        .containsExactlyInAnyOrder(
            converted(EntityKey.ad("c", "g", "a"), 3), converted(EntityKey.adGroup("c", "g"), -1));
  }

  @Test
  void whatABreakdownLacksIsARowWithoutSegment() {
    List<EntityRow> rows =
        Remainders.complete(
            List.of(
                Layer.segments(
                    List.of(
                        row(EntityKey.campaign("c").in("US"), 4, 40),
                        row(EntityKey.campaign("c").in("KR"), 5, 50))),
                Layer.entities(List.of(row(EntityKey.campaign("c"), 10, 91))),
                Layer.entities(List.of(row(EntityKey.ACCOUNT, 10, 91)))));

    assertThat(rows).hasSize(3).contains(row(EntityKey.campaign("c"), 1, 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everyLevelAddsUpToThePlatformsOwnFigure(long seed) {
    Random random = new Random(seed);
    List<EntityRow> ads = new ArrayList<>();
    List<EntityRow> groups = new ArrayList<>();
    List<EntityRow> campaigns = new ArrayList<>();
    long[] account = {random.nextInt(9), random.nextInt(9)};
    for (int c = 0; c < random.nextInt(6); c++) {
      long[] campaign = {random.nextInt(3), random.nextInt(1_000)};
      for (int g = 0; g < random.nextInt(5); g++) {
        long[] group = {random.nextInt(3), random.nextInt(1_000)};
        for (int a = 0; a < random.nextInt(5); a++) {
          long[] ad = {random.nextInt(100), random.nextInt(1_000_000)};
          ads.add(row(EntityKey.ad("c" + c, "g" + g, "a" + a), ad[0], ad[1]));
          add(group, ad);
        }
        groups.add(row(EntityKey.adGroup("c" + c, "g" + g), group[0], group[1]));
        add(campaign, group);
      }
      campaigns.add(row(EntityKey.campaign("c" + c), campaign[0], campaign[1]));
      add(account, campaign);
    }
    EntityRow total = row(EntityKey.ACCOUNT, account[0], account[1]);

    List<EntityRow> rows = complete(ads, groups, campaigns, List.of(total));

    assertThat(sum(rows, key -> true)).isEqualTo(account);
    campaigns.forEach(
        campaign ->
            assertThat(
                    sum(rows, key -> Objects.equals(key.campaignId(), campaign.key().campaignId())))
                .isEqualTo(figures(campaign)));
    groups.forEach(
        group ->
            assertThat(
                    sum(
                        rows,
                        key ->
                            Objects.equals(key.campaignId(), group.key().campaignId())
                                && Objects.equals(key.adGroupId(), group.key().adGroupId())))
                .isEqualTo(figures(group)));
  }

  private static long[] sum(List<EntityRow> rows, Predicate<EntityKey> wanted) {
    long[] sum = {0, 0};
    rows.stream().filter(row -> wanted.test(row.key())).forEach(row -> add(sum, figures(row)));
    return sum;
  }

  private static long[] figures(EntityRow row) {
    return new long[] {
      row.metrics().orZero(BaseMetric.IMPRESSIONS), row.metrics().orZero(BaseMetric.SPEND)
    };
  }

  private static void add(long[] sum, long[] more) {
    sum[0] += more[0];
    sum[1] += more[1];
  }

  private static List<EntityRow> complete(
      List<EntityRow> ads,
      List<EntityRow> groups,
      List<EntityRow> campaigns,
      List<EntityRow> account) {
    return Remainders.complete(
        List.of(
            Layer.entities(ads),
            Layer.entities(groups),
            Layer.entities(campaigns),
            Layer.entities(account)));
  }

  private static EntityRow row(EntityKey key, long impressions, long spend) {
    return new EntityRow(
        DAY,
        key,
        EntityLabels.NONE,
        MetricValues.of(Map.of(BaseMetric.IMPRESSIONS, impressions, BaseMetric.SPEND, spend)));
  }

  private static EntityRow converted(EntityKey key, long conversions) {
    return new EntityRow(
        DAY, key, EntityLabels.NONE, MetricValues.of(Map.of(BaseMetric.CONVERSIONS, conversions)));
  }
}
