package io.outlay.api.platform;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.campaign.Campaign;
import io.outlay.domain.money.Money;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.performance.Level;
import io.outlay.domain.platform.AccountStructures;
import io.outlay.domain.platform.EntityHistory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What campaigns were like on which days. */
@Controller
class CampaignHistoryController {

  private final AccountStructures structures;
  private final AdAccounts adAccounts;

  CampaignHistoryController(AccountStructures structures, AdAccounts adAccounts) {
    this.structures = structures;
    this.adAccounts = adAccounts;
  }

  @BatchMapping(typeName = "Campaign")
  Mono<Map<Campaign, List<State>>> history(List<Campaign> campaigns, @ContextValue Viewer viewer) {
    Set<Long> ids = campaigns.stream().map(Campaign::id).collect(Collectors.toSet());
    Set<Long> accounts = campaigns.stream().map(Campaign::adAccountId).collect(Collectors.toSet());
    return Mono.zip(
        structures.history(viewer.organization(), Level.CAMPAIGN, ids),
        adAccounts.byIds(viewer.organization(), viewer.scope(), accounts),
        (states, known) -> byCampaign(campaigns, states, known));
  }

  private static Map<Campaign, List<State>> byCampaign(
      List<Campaign> campaigns,
      Map<Long, List<EntityHistory>> states,
      Map<Long, AdAccount> accounts) {
    Map<Campaign, List<State>> views = new HashMap<>();
    for (Campaign campaign : campaigns) {
      AdAccount account = accounts.get(campaign.adAccountId());
      views.put(
          campaign,
          account == null
              ? List.of()
              : states.getOrDefault(campaign.id(), List.of()).stream()
                  .map(state -> State.of(state, account.currencyCode()))
                  .toList());
    }
    return views;
  }

  /** What a campaign was like from a day on. */
  record State(
      LocalDate from,
      String name,
      String status,
      @Nullable String objective,
      @Nullable Money dailyBudget,
      @Nullable Money lifetimeBudget) {

    private static State of(EntityHistory history, String currencyCode) {
      return new State(
          history.from(),
          history.name(),
          history.status(),
          history.objective(),
          money(history.dailyBudgetMicros(), currencyCode),
          money(history.lifetimeBudgetMicros(), currencyCode));
    }

    private static @Nullable Money money(@Nullable Long micros, String currencyCode) {
      return micros == null ? null : Money.ofMicros(micros, currencyCode);
    }
  }
}
