package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.SliceHead;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * The decisions about all slices of a transaction.
 *
 * @param heads the slices, by their number
 */
record Judgements(List<SliceHead> heads, List<Judgement> all) {

  /** Reads what stands and decides; errors when a slice is refused. */
  static Mono<Judgements> pass(
      Session session, OrganizationId organization, List<SliceHead> heads) {
    return StandingSlice.read(session, organization)
        .collectList()
        .zipWhen(standing -> Rival.read(session, organization).collectList())
        .map(read -> of(heads, read.getT1(), read.getT2()));
  }

  private static Judgements of(
      List<SliceHead> heads, List<StandingSlice> standing, List<Rival> rivals) {
    Map<Integer, List<Rival>> byNumber =
        rivals.stream().collect(Collectors.groupingBy(Rival::number));
    return new Judgements(
        heads,
        standing.stream()
            .map(
                own ->
                    Judgement.of(
                        heads.get(own.number()),
                        own,
                        byNumber.getOrDefault(own.number(), List.of())))
            .toList());
  }

  boolean has(Verdict verdict) {
    return all.stream().anyMatch(judgement -> judgement.verdict() == verdict);
  }

  /** Whether any slice brings rows that are not known to be stored. */
  boolean haveWork() {
    return has(Verdict.NEW) || has(Verdict.CHANGED);
  }

  /** Whether the data change whatever the rows turn out to be. */
  boolean changeAnyway() {
    return all.stream()
        .anyMatch(
            judgement ->
                judgement.verdict() == Verdict.NEW
                    || judgement.isToldDifferently()
                    || !judgement.superseded().isEmpty());
  }

  /** Stored slices to be compared with. */
  Touched compared() {
    List<Judgement> changed =
        all.stream().filter(judgement -> judgement.verdict() == Verdict.CHANGED).toList();
    return new Touched(
        changed.stream()
            .map(judgement -> heads.get(judgement.number()).key().period().lastDay())
            .distinct()
            .toArray(LocalDate[]::new),
        changed.stream().map(Judgement::slice).toArray(Long[]::new));
  }

  /** Stored slices that lose their days. */
  List<Rival> superseded() {
    return all.stream().flatMap(judgement -> judgement.superseded().stream()).toList();
  }

  /** Sequences of the slices that take those days, in the same order. */
  List<Long> supersedingSequences() {
    return superseded().stream().map(rival -> heads.get(rival.number()).sequence()).toList();
  }

  /** Heads of the slices that bring something. */
  List<SliceHead> brought() {
    return all.stream()
        .filter(j -> j.verdict() == Verdict.NEW || j.verdict() == Verdict.CHANGED)
        .map(judgement -> heads.get(judgement.number()))
        .toList();
  }
}
