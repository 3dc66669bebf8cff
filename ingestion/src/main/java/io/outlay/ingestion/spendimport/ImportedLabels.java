package io.outlay.ingestion.spendimport;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.spendimport.ImportTargets;
import io.outlay.domain.spendimport.ImportedLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Labels a file gives its campaigns, written once the campaigns are there. */
final class ImportedLabels {

  private static final int AT_ONCE = 1000;

  private final List<ImportedLabel> labels = new ArrayList<>();

  /**
   * @param byCampaign labels by account id and campaign id, divided by a line feed
   */
  ImportedLabels(Map<String, CampaignLabels> byCampaign) {
    byCampaign.forEach(
        (campaign, given) -> {
          int divide = campaign.indexOf('\n');
          String accountId = campaign.substring(0, divide);
          String campaignId = campaign.substring(divide + 1);
          add(accountId, campaignId, "title", given.title());
          add(accountId, campaignId, "country", given.country());
          add(accountId, campaignId, "purpose", given.purpose());
        });
  }

  Mono<Void> write(ImportTargets targets, OrganizationId organization, String channel) {
    return Flux.fromIterable(labels)
        .buffer(AT_ONCE)
        .concatMap(some -> targets.label(organization, channel, some))
        .then();
  }

  private void add(String accountId, String campaignId, String key, @Nullable String value) {
    if (value != null) {
      labels.add(new ImportedLabel(accountId, campaignId, key, value));
    }
  }
}
