package io.outlay.api.campaign;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.campaign.Campaign;
import io.outlay.domain.campaign.CampaignLabel;
import io.outlay.domain.campaign.Campaigns;
import io.outlay.domain.organization.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What belongs to campaigns, for a whole page at once. */
@Controller
class CampaignFieldsController {

  private final Campaigns campaigns;
  private final AdAccounts adAccounts;

  CampaignFieldsController(Campaigns campaigns, AdAccounts adAccounts) {
    this.campaigns = campaigns;
    this.adAccounts = adAccounts;
  }

  @BatchMapping(typeName = "Campaign")
  Mono<Map<Campaign, AdAccount>> adAccount(List<Campaign> asked, @ContextValue Viewer viewer) {
    Set<Long> numbers = asked.stream().map(Campaign::adAccountId).collect(Collectors.toSet());
    return adAccounts
        .byIds(viewer.organization(), viewer.scope(), numbers)
        .map(found -> accountsOf(asked, found));
  }

  @BatchMapping(typeName = "Campaign")
  Mono<Map<Campaign, List<CampaignLabel>>> labels(
      List<Campaign> asked, @ContextValue Viewer viewer) {
    Set<Long> numbers = asked.stream().map(Campaign::id).collect(Collectors.toSet());
    return campaigns
        .labelsOf(viewer.organization(), viewer.scope(), numbers)
        .map(
            found ->
                asked.stream()
                    .distinct()
                    .collect(
                        Collectors.toMap(
                            campaign -> campaign,
                            campaign -> found.getOrDefault(campaign.id(), List.of()))));
  }

  private static Map<Campaign, AdAccount> accountsOf(
      List<Campaign> asked, Map<Long, AdAccount> found) {
    Map<Campaign, AdAccount> accounts = new HashMap<>();
    for (Campaign campaign : asked) {
      AdAccount account = found.get(campaign.adAccountId());
      if (account != null) {
        accounts.put(campaign, account);
      }
    }
    return accounts;
  }
}
