package io.outlay.api.organization;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.channel.Channels;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.organization.postgres.Organizations;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Who asks, and how far a token may look. */
@Controller
class ViewerController {

  private final Organizations organizations;
  private final Channels channels;
  private final AdAccounts adAccounts;

  ViewerController(Organizations organizations, Channels channels, AdAccounts adAccounts) {
    this.organizations = organizations;
    this.channels = channels;
    this.adAccounts = adAccounts;
  }

  @QueryMapping
  Mono<ViewerView> viewer(@ContextValue Viewer viewer) {
    return organizations
        .find(viewer.organization())
        .map(organization -> ViewerView.of(viewer, organization));
  }

  @SchemaMapping(typeName = "AccessScope")
  boolean isLimited(Scope scope) {
    return !scope.isEverything();
  }

  @BatchMapping(typeName = "AccessScope", field = "channels")
  Mono<Map<Scope, List<Channel>>> channels(List<Scope> scopes, @ContextValue Viewer viewer) {
    return channels
        .byIds(viewer.organization(), viewer.scope(), numbers(scopes, Scope::channelIds))
        .map(
            found -> byScope(scopes, Scope::channelIds, found, Comparator.comparing(Channel::key)));
  }

  @BatchMapping(typeName = "AccessScope", field = "adAccounts")
  Mono<Map<Scope, List<AdAccount>>> adAccounts(List<Scope> scopes, @ContextValue Viewer viewer) {
    return adAccounts
        .byIds(viewer.organization(), viewer.scope(), numbers(scopes, Scope::adAccountIds))
        .map(
            found ->
                byScope(scopes, Scope::adAccountIds, found, Comparator.comparing(AdAccount::name)));
  }

  private static Set<Long> numbers(List<Scope> scopes, Function<Scope, @Nullable Set<Long>> limit) {
    return scopes.stream()
        .map(limit)
        .filter(Objects::nonNull)
        .flatMap(Collection::stream)
        .collect(Collectors.toSet());
  }

  /** Scopes without the limit are left out: for them the field is null. */
  private static <T> Map<Scope, List<T>> byScope(
      List<Scope> scopes,
      Function<Scope, @Nullable Set<Long>> limit,
      Map<Long, T> found,
      Comparator<T> order) {
    Map<Scope, List<T>> limits = new HashMap<>();
    for (Scope scope : scopes) {
      @Nullable Set<Long> numbers = limit.apply(scope);
      if (numbers != null) {
        limits.put(
            scope,
            numbers.stream().map(found::get).filter(Objects::nonNull).sorted(order).toList());
      }
    }
    return limits;
  }

  /** The caller as the schema shows it. */
  record ViewerView(
      Organization organization, Role role, Scope scope, String currencyCode, String timeZone) {

    static ViewerView of(Viewer viewer, Organization organization) {
      return new ViewerView(
          organization,
          viewer.role(),
          viewer.scope(),
          organization.currencyCode(),
          organization.timeZone().getId());
    }
  }
}
