package io.outlay.ingestion.platform.googleads;

import io.outlay.ingestion.platform.AccountStructure;
import io.outlay.ingestion.platform.PlatformAd;
import io.outlay.ingestion.platform.PlatformAdGroup;
import io.outlay.ingestion.platform.PlatformCampaign;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.reading.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Campaigns, ad groups and ads, removed ones included. */
final class GoogleStructure {

  private static final String CAMPAIGNS = "campaigns";
  private static final String AD_GROUPS = "ad-groups";
  private static final String ADS = "ads";

  private static final Map<String, String> QUERIES =
      Map.of(
          CAMPAIGNS,
          "SELECT campaign.id, campaign.name, campaign.status, campaign.advertising_channel_type,"
              + " campaign.start_date_time, campaign.end_date_time, campaign_budget.id,"
              + " campaign_budget.amount_micros, campaign_budget.total_amount_micros,"
              + " campaign_budget.period, campaign_budget.explicitly_shared FROM campaign",
          AD_GROUPS,
          "SELECT campaign.id, ad_group.id, ad_group.name, ad_group.status FROM ad_group",
          ADS,
          "SELECT campaign.id, ad_group.id, ad_group_ad.ad.id, ad_group_ad.ad.name,"
              + " ad_group_ad.status FROM ad_group_ad");

  private GoogleStructure() {}

  static Mono<List<RawPage>> fetch(GoogleSearch search, OpenFetch fetch) {
    return Flux.just(CAMPAIGNS, AD_GROUPS, ADS)
        .concatMap(part -> search.stream(fetch, part, QUERIES.getOrDefault(part, "")))
        .collectList();
  }

  static AccountStructure read(RawFetch fetched) {
    return new AccountStructure(
        GoogleValues.rows(fetched, CAMPAIGNS).stream().map(GoogleStructure::campaign).toList(),
        GoogleValues.rows(fetched, AD_GROUPS).stream().map(GoogleStructure::adGroup).toList(),
        GoogleValues.rows(fetched, ADS).stream().map(GoogleStructure::ad).toList());
  }

  private static PlatformCampaign campaign(JsonNode row) {
    JsonNode campaign = row.path("campaign");
    JsonNode budget = row.path("campaignBudget");
    return new PlatformCampaign(
        GoogleValues.id(row, "campaign"),
        Fields.text(campaign, "name"),
        Fields.requiredText(campaign, "status"),
        Fields.text(campaign, "advertisingChannelType"),
        GoogleValues.micros(budget, "amountMicros"),
        GoogleValues.micros(budget, "totalAmountMicros"),
        sharedId(budget),
        Fields.optionalDay(campaign, "startDateTime"),
        Fields.optionalDay(campaign, "endDateTime"));
  }

  private static @Nullable String sharedId(JsonNode budget) {
    return budget.path("explicitlyShared").asBoolean(false) ? Fields.text(budget, "id") : null;
  }

  private static PlatformAdGroup adGroup(JsonNode row) {
    JsonNode group = row.path("adGroup");
    return new PlatformAdGroup(
        GoogleValues.id(row, "adGroup"),
        GoogleValues.id(row, "campaign"),
        Fields.text(group, "name"),
        Fields.requiredText(group, "status"),
        null,
        null);
  }

  private static PlatformAd ad(JsonNode row) {
    JsonNode ad = row.path("adGroupAd");
    return new PlatformAd(
        GoogleValues.id(ad, "ad"),
        GoogleValues.id(row, "campaign"),
        GoogleValues.id(row, "adGroup"),
        Fields.text(ad.path("ad"), "name"),
        Fields.requiredText(ad, "status"));
  }
}
