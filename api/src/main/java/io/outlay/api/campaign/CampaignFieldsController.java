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
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
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
    return eachVersion(
        asked,
        (version, some) ->
            adAccounts
                .byIds(
                    viewer.organization(),
                    viewer.scope(),
                    numbers(some, Campaign::adAccountId),
                    version)
                .map(found -> accountsOf(some, found)));
  }

  @BatchMapping(typeName = "Campaign")
  Mono<Map<Campaign, List<CampaignLabel>>> labels(
      List<Campaign> asked, @ContextValue Viewer viewer) {
    return eachVersion(
        asked,
        (version, some) ->
            campaigns
                .labelsOf(
                    viewer.organization(), viewer.scope(), numbers(some, Campaign::id), version)
                .map(found -> labelsOf(some, found)));
  }

  /** Campaigns of one answer are nearly always of one version: one look-up for each there is. */
  private static <T> Mono<Map<Campaign, T>> eachVersion(
      List<Campaign> asked,
      BiFunction<@Nullable Long, List<Campaign>, Mono<Map<Campaign, T>>> lookUp) {
    Map<Optional<Long>, List<Campaign>> versions =
        asked.stream()
            .distinct()
            .collect(Collectors.groupingBy(campaign -> Optional.ofNullable(campaign.knownIn())));
    return Flux.fromIterable(versions.entrySet())
        .concatMap(of -> lookUp.apply(of.getKey().orElse(null), of.getValue()))
        .collect(HashMap::new, Map::putAll);
  }

  private static Set<Long> numbers(List<Campaign> asked, Function<Campaign, Long> number) {
    return asked.stream().map(number).collect(Collectors.toSet());
  }

  private static Map<Campaign, List<CampaignLabel>> labelsOf(
      List<Campaign> asked, Map<Long, List<CampaignLabel>> found) {
    return asked.stream()
        .collect(
            Collectors.toMap(
                campaign -> campaign, campaign -> found.getOrDefault(campaign.id(), List.of())));
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
