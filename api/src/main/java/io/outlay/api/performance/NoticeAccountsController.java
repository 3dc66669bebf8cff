package io.outlay.api.performance;

import io.outlay.api.performance.NoticeView.ConcernView;
import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.organization.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Ad accounts that notices are about, all of them by one look-up. */
@Controller
class NoticeAccountsController {

  private final AdAccounts accounts;

  NoticeAccountsController(AdAccounts accounts) {
    this.accounts = accounts;
  }

  @BatchMapping(typeName = "NoticeConcern")
  Mono<Map<ConcernView, AdAccount>> adAccount(
      List<ConcernView> concerns, @ContextValue Viewer viewer) {
    return accounts
        .byIds(
            viewer.organization(),
            viewer.scope(),
            concerns.stream().map(ConcernView::adAccountId).collect(Collectors.toSet()),
            null)
        .map(found -> each(concerns, found));
  }

  private static Map<ConcernView, AdAccount> each(
      List<ConcernView> concerns, Map<Long, AdAccount> found) {
    Map<ConcernView, AdAccount> each = new HashMap<>();
    for (ConcernView concern : concerns) {
      AdAccount account = found.get(concern.adAccountId());
      if (account != null) {
        each.put(concern, account);
      }
    }
    return each;
  }
}
