package io.outlay.api.account;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.node.IdFields;
import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.api.paging.PageRequest;
import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.channel.Channels;
import io.outlay.domain.organization.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Ad accounts and the channels they belong to. */
@Controller
class AdAccountController implements NodeSource {

  private final AdAccounts adAccounts;
  private final Channels channels;
  private final Cursors cursors;

  AdAccountController(AdAccounts adAccounts, Channels channels, Cursors cursors) {
    this.adAccounts = adAccounts;
    this.channels = channels;
    this.cursors = cursors;
  }

  @QueryMapping
  Mono<AdAccountConnection> adAccounts(
      @Argument @Nullable AdAccountFilterInput filter,
      @ContextValue Viewer viewer,
      DataFetchingEnvironment environment) {
    PageRequest page =
        PageRequest.of(viewer.organization(), "adAccounts", environment.getArguments());
    return adAccounts
        .all(viewer.organization(), viewer.scope(), AdAccountFilterInput.toFilter(filter))
        .map(all -> AdAccountConnection.of(all, page, cursors));
  }

  @BatchMapping(typeName = "AdAccount")
  Mono<Map<AdAccount, Channel>> channel(List<AdAccount> accounts, @ContextValue Viewer viewer) {
    Set<Long> numbers = accounts.stream().map(AdAccount::channelId).collect(Collectors.toSet());
    return channels
        .byIds(viewer.organization(), viewer.scope(), numbers)
        .map(found -> byAccount(accounts, found));
  }

  @Override
  public NodeType type() {
    return NodeType.AD_ACCOUNT;
  }

  @Override
  public Mono<Map<Long, AdAccount>> find(Viewer viewer, Set<Long> numbers) {
    return adAccounts.byIds(viewer.organization(), viewer.scope(), numbers);
  }

  @Bean
  static IdFields<AdAccount> adAccountIds() {
    return new IdFields<>(NodeType.AD_ACCOUNT, AdAccount.class, AdAccount::id);
  }

  private static Map<AdAccount, Channel> byAccount(
      List<AdAccount> accounts, Map<Long, Channel> found) {
    Map<AdAccount, Channel> channels = new HashMap<>();
    for (AdAccount account : accounts) {
      Channel channel = found.get(account.channelId());
      if (channel != null) {
        channels.put(account, channel);
      }
    }
    return channels;
  }
}
