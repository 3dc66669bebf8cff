package io.outlay.api.organization;

import io.outlay.api.input.FilterLists;
import io.outlay.api.node.NodeType;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.assumption.Assumption;
import io.outlay.domain.assumption.Assumptions;
import io.outlay.domain.assumption.postgres.PostgresAssumptions;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.channel.Channels;
import io.outlay.domain.database.Session;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Replaces an organization's assumptions and writes down who did it. */
@Component
class AssumptionChange {

  private static final int MOST = 500;

  private final PostgresAssumptions assumptions;
  private final Channels channels;
  private final AdAccounts adAccounts;

  AssumptionChange(PostgresAssumptions assumptions, Channels channels, AdAccounts adAccounts) {
    this.assumptions = assumptions;
    this.channels = channels;
    this.adAccounts = adAccounts;
  }

  /** What is asked, checked against the organization's channels and ad accounts. */
  Mono<List<Assumption>> check(Viewer viewer, List<RoiAssumptionInput> asked) {
    FilterLists.atMost("roiAssumptions", asked, MOST);
    return channels
        .all(viewer.organization(), viewer.scope())
        .map(found -> toAssumptions(asked, found))
        .delayUntil(checked -> requireKnownAccounts(viewer, asked));
  }

  /** Replaces them within a transaction. */
  Mono<Void> replace(Session session, Viewer viewer, List<Assumption> checked) {
    return assumptions
        .replace(session, viewer.organization(), checked, change -> writtenDown(viewer, change))
        .then();
  }

  private static List<Assumption> toAssumptions(
      List<RoiAssumptionInput> asked, List<Channel> channels) {
    Map<String, Channel> byKey =
        channels.stream().collect(Collectors.toMap(Channel::key, Function.identity()));
    return asked.stream().map(input -> input.toAssumption(byKey)).toList();
  }

  private Mono<Void> requireKnownAccounts(Viewer viewer, List<RoiAssumptionInput> asked) {
    Set<Long> numbers =
        asked.stream()
            .map(RoiAssumptionInput::adAccountNumber)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return numbers.isEmpty()
        ? Mono.empty()
        : adAccounts
            .byIds(viewer.organization(), viewer.scope(), numbers)
            .filter(found -> found.size() == numbers.size())
            .switchIfEmpty(Mono.error(() -> unknownAccount(numbers)))
            .then();
  }

  private static BadRequest unknownAccount(Set<Long> asked) {
    return BadRequest.of(
        "roiAssumptions.adAccountId",
        asked.stream().map(NodeType.AD_ACCOUNT::id).toList(),
        "ids of the organization's own ad accounts");
  }

  private static Optional<AuditEntry> writtenDown(Viewer viewer, Assumptions.Change change) {
    return Optional.of(
        AuditEntry.by(
            viewer,
            "organizationUpdate",
            "Organization",
            viewer.organization().value(),
            Map.of("roiAssumptions", texts(change.before())),
            Map.of("roiAssumptions", texts(change.after()))));
  }

  private static List<String> texts(List<Assumption> assumptions) {
    return assumptions.stream().map(Assumption::toString).toList();
  }
}
