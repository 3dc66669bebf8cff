package io.outlay.api.token;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.input.FilterLists;
import io.outlay.api.node.NodeType;
import io.outlay.api.paging.Connection;
import io.outlay.api.paging.PageRequest;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.channel.Channels;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.ApiToken;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.TokenGrant;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.organization.postgres.ApiTokens;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Tokens of the caller's organization. */
@Controller
class ApiTokenController {

  private final ApiTokens tokens;
  private final Channels channels;
  private final Cursors cursors;

  ApiTokenController(ApiTokens tokens, Channels channels, Cursors cursors) {
    this.tokens = tokens;
    this.channels = channels;
    this.cursors = cursors;
  }

  @QueryMapping
  Mono<Connection<ApiTokenView>> apiTokens(
      @ContextValue Viewer viewer, DataFetchingEnvironment environment) {
    PageRequest page =
        PageRequest.of(viewer.organization(), "apiTokens", environment.getArguments());
    return tokens
        .list(viewer.organization(), page.numberBefore(cursors).orElse(0L), page.first() + 1)
        .map(ApiTokenView::of)
        .collectList()
        .map(read -> Connection.of(read, page, cursors, ApiTokenController::place));
  }

  @MutationMapping
  Mono<ApiTokenPayloads.Created> apiTokenCreate(
      @Argument ApiTokenCreateInput input, @ContextValue Viewer viewer) {
    Mono<ApiTokenPayloads.Created> done =
        scope(viewer, input)
            .map(scope -> new TokenGrant(input.name(), input.role(), scope, input.expiresAt()))
            .flatMap(grant -> tokens.create(viewer, grant))
            .map(ApiTokenPayloads.Created::of);
    return UserErrors.tell(
        done, "input", problems -> new ApiTokenPayloads.Created(null, null, problems));
  }

  @MutationMapping
  Mono<ApiTokenPayloads.Revoked> apiTokenRevoke(@Argument String id, @ContextValue Viewer viewer) {
    Mono<ApiToken> revoked =
        Mono.defer(() -> tokens.revoke(viewer, NodeType.API_TOKEN.find("token", id)));
    return UserErrors.tell(
        revoked.map(ApiTokenPayloads.Revoked::of),
        null,
        problems -> new ApiTokenPayloads.Revoked(null, problems));
  }

  private Mono<Scope> scope(Viewer viewer, ApiTokenCreateInput input) {
    @Nullable List<String> accounts = input.adAccountIds();
    return Mono.fromCallable(() -> FilterLists.atMost("adAccountIds", accounts, 500))
        .map(texts -> NodeType.AD_ACCOUNT.numbers("adAccountIds", texts))
        .flatMap(
            numbers ->
                channelLimit(viewer, input.channels())
                    .map(
                        limit -> within(viewer.scope(), accounts == null ? null : numbers, limit)));
  }

  /** A limited admin's tokens reach no farther than the admin: what is omitted is inherited. */
  private static Scope within(Scope own, @Nullable Set<Long> accounts, Limit channels) {
    if (accounts != null
        && own.adAccountIds() != null
        && !own.adAccountIds().containsAll(accounts)) {
      throw BadRequest.of("adAccountIds", accounts, "ad accounts your own token sees");
    }
    return new Scope(
        accounts == null ? own.adAccountIds() : accounts,
        channels.orNull() == null ? own.channelIds() : channels.orNull());
  }

  private Mono<Limit> channelLimit(Viewer viewer, @Nullable List<String> keys) {
    return keys == null
        ? Mono.just(new Limit(null))
        : channels
            .all(viewer.organization(), viewer.scope())
            .map(all -> new Limit(numbersOf(keys, all)));
  }

  private static Set<Long> numbersOf(List<String> keys, List<Channel> all) {
    Map<String, Long> known = all.stream().collect(Collectors.toMap(Channel::key, Channel::id));
    Set<Long> numbers = new HashSet<>();
    for (String key : FilterLists.atMost("channels", keys, 100)) {
      Long number = known.get(key);
      if (number == null) {
        throw BadRequest.of("channels", key, "one of " + known.keySet().stream().sorted().toList());
      }
      numbers.add(number);
    }
    return numbers;
  }

  private static String place(ApiTokenView token) {
    return Long.toString(NodeType.API_TOKEN.number("id", token.id()));
  }

  /** A limit that may be none. */
  private record Limit(@Nullable Set<Long> orNull) {}
}
