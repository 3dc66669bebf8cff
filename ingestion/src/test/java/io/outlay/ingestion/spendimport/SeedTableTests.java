package io.outlay.ingestion.spendimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Statistics tables of a warehouse: recognised by themselves, sums as counted by another program
 * over the same files.
 */
class SeedTableTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "google-ads/seed_campaign_stats_data.csv,google-ads-campaign-table,CAMPAIGN,16,16,1854,280,231330000,0",
    "google-ads/seed_ad_group_stats_data.csv,google-ads-ad-group-table,AD_GROUP,15,15,4483,620,3156840000,14483334",
    "google-ads/seed_account_stats_data.csv,google-ads-account-table,ACCOUNT,19,15,1050214,9742,1632333323,176000000",
    "apple-search-ads/seed_campaign_report_data.csv,apple-search-ads-campaign-table,CAMPAIGN,12,12,6336,129,100000000,25000000",
    "apple-search-ads/seed_ad_group_report_data.csv,apple-search-ads-ad-group-table,AD_GROUP,13,12,6336,129,100000000,25000000",
    "meta/seed_basic_ad_data.csv,meta-ad-table,AD,10,9,37275,149,643630000,0",
    "other/seed_microsoft_ads_campaign_performance_daily_report_data.csv,microsoft-ads-table,CAMPAIGN,2630,238,7569,592,946340000,2000000",
    "other/seed_microsoft_ads_ad_group_performance_daily_report_data.csv,microsoft-ads-table,AD_GROUP,229,49,431,15,102230000,2000000",
    "other/seed_linkedin_ad_analytics_by_campaign_data.csv,linkedin-campaign-table,AD_GROUP,20,20,1359,919,530620000,0",
    "tiktok/seed_campaign_report_hourly_data.csv,tiktok-ads-hourly-table,CAMPAIGN,4,1,34470,244,444792000,2000000",
    "tiktok/seed_adgroup_report_hourly_data.csv,tiktok-ads-hourly-table,AD_GROUP,4,1,6502,69,50150000,2000000"
  })
  void isRecognisedAndSummed(
      String path,
      String preset,
      Level level,
      long lines,
      long slices,
      long impressions,
      long clicks,
      long spendMicros,
      long conversionMicros) {
    SpendFiles.Outcome outcome =
        SpendFiles.check(
            SharedSamples.file("ad-apis/samples/" + path),
            SpendFileSettings.recognised("account", "USD"));

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.report().preset()).isEqualTo(preset);
    assertThat(outcome.report().level()).isEqualTo(level);
    assertThat(outcome.report().lines()).isEqualTo(lines);
    assertThat(outcome.slices()).hasSize((int) slices);
    assertThat(outcome.sum("USD", BaseMetric.IMPRESSIONS)).isEqualTo(impressions);
    assertThat(outcome.sum("USD", BaseMetric.CLICKS)).isEqualTo(clicks);
    assertThat(outcome.sum("USD", BaseMetric.SPEND)).isEqualTo(spendMicros);
    assertThat(outcome.sum("USD", BaseMetric.CONVERSIONS)).isEqualTo(conversionMicros);
    assertThat(outcome.sliceSum(BaseMetric.SPEND)).isEqualTo(spendMicros);
  }

  /** Its header is that of campaigns, so it is read as such unless it is named. */
  @Test
  void aTableOfKeywordsIsReadWhenItIsNamed() {
    SpendFiles.Outcome outcome =
        SpendFiles.check(
            SharedSamples.file("ad-apis/samples/apple-search-ads/seed_keyword_report_data.csv"),
            SpendFileSettings.recognised("account", "USD")
                .withPreset("apple-search-ads-keyword-table"));

    assertThat(outcome.report().problems()).isEmpty();
    assertThat(outcome.report().level()).isEqualTo(Level.AD);
    assertThat(outcome.report().lines()).isEqualTo(99);
    assertThat(outcome.slices()).hasSize(12);
    assertThat(outcome.sum("USD", BaseMetric.IMPRESSIONS)).isEqualTo(2_878);
    assertThat(outcome.sum("USD", BaseMetric.CLICKS)).isEqualTo(63);
    assertThat(outcome.sum("USD", BaseMetric.SPEND)).isEqualTo(37_700_000);
    assertThat(outcome.sum("USD", BaseMetric.INSTALLS)).isEqualTo(15_000_000);
  }
}
