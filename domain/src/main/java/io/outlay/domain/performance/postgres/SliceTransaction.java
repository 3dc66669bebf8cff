package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.Replaced;
import io.outlay.domain.performance.SliceHead;
import io.outlay.domain.performance.TextSlice;
import io.outlay.domain.version.DataVersionRaised;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The statements of one transaction, in their order. */
final class SliceTransaction {

  private final Session session;
  private final OrganizationId organization;
  private final List<SliceHead> heads;

  SliceTransaction(Session session, OrganizationId organization, List<TextSlice> slices) {
    this.session = session;
    this.organization = organization;
    this.heads = slices.stream().map(TextSlice::head).toList();
  }

  /**
   * Everything up to the commit. The long part, staging, comes before the turn and the lock: other
   * connections do not see it and nothing stored is asked for.
   */
  Mono<Replaced> run(StagedText staged, List<LogPosition> moves, Mono<Void> turn) {
    return StagingTables.prepare(session)
        .then(StagingTables.fill(session, staged))
        .then(turn)
        .then(LockedOrganization.nextVersion(session, organization))
        .flatMap(this::merge)
        .flatMap(replaced -> book(moves).thenReturn(replaced));
  }

  private Mono<Replaced> merge(long version) {
    return KnownAccounts.make(session, organization)
        .then(Judgements.pass(session, organization, heads))
        .flatMap(
            judgements ->
                SliceRows.mark(session, judgements.all())
                    .then(apply(judgements, version))
                    .map(raised -> replaced(judgements, raised)));
  }

  private Mono<Optional<DataVersionRaised>> apply(Judgements judgements, long version) {
    if (!judgements.haveWork()) {
      return SliceRows.renew(session, organization, version, false).thenReturn(Optional.empty());
    }
    return KnownEntities.make(session, organization, version)
        .zipWhen(renamed -> write(judgements, version), Changes::new)
        .map(changes -> changes.any() || judgements.changeAnyway())
        .flatMap(changed -> finish(judgements, version, changed));
  }

  private Mono<Long> write(Judgements judgements, long version) {
    Mono<Long> added =
        judgements.has(Verdict.NEW)
            ? SliceRows.add(session, organization, version)
                .then(NewFacts.add(session, organization, version))
            : Mono.just(0L);
    return supersede(judgements, version)
        .then(added)
        .zipWhen(facts -> compare(judgements, version), Long::sum);
  }

  private Mono<Void> supersede(Judgements judgements, long version) {
    List<Rival> rivals = judgements.superseded();
    if (rivals.isEmpty()) {
      return Mono.empty();
    }
    Touched touched = Touched.of(rivals);
    return EmptiedSlices.close(session, organization, version, touched)
        .then(RebuiltRollups.rebuild(session, organization, touched))
        .then(
            SliceRows.supersede(
                session,
                organization,
                version,
                rivals.stream().map(Rival::slice).toList(),
                judgements.supersedingSequences()))
        .then();
  }

  private Mono<Long> compare(Judgements judgements, long version) {
    Touched touched = judgements.compared();
    if (touched.isEmpty()) {
      return Mono.just(0L);
    }
    return ChangedFacts.replace(session, organization, version, touched)
        .flatMap(
            changed ->
                changed == 0
                    ? Mono.just(0L)
                    : RebuiltRollups.rebuild(session, organization, touched).thenReturn(changed));
  }

  private Mono<Optional<DataVersionRaised>> finish(
      Judgements judgements, long version, boolean changed) {
    Mono<Optional<DataVersionRaised>> raised =
        changed
            ? RaisedVersion.raise(session, organization, judgements.brought()).map(Optional::of)
            : Mono.just(Optional.empty());
    return SliceRows.renew(session, organization, version, changed).then(raised);
  }

  private Mono<Void> book(List<LogPosition> moves) {
    long newest = heads.stream().mapToLong(SliceHead::sequence).max().orElse(0);
    return Receipts.write(session, organization)
        .then(SequenceAhead.keep(session, newest))
        .then(MovedPositions.move(session, moves));
  }

  private static Replaced replaced(Judgements judgements, Optional<DataVersionRaised> raised) {
    int brought = judgements.brought().size();
    return new Replaced(
        brought, judgements.all().size() - brought, raised.map(List::of).orElse(List.of()));
  }

  private record Changes(boolean renamed, long facts) {
    boolean any() {
      return renamed || facts > 0;
    }
  }
}
