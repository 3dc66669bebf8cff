package io.outlay.ingestion.platform.call;

import io.outlay.domain.performance.DateRange;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks for days; where they are too much, for each half of them. */
public final class SmallerRanges {

  private SmallerRanges() {}

  /**
   * The pages of all days, in their order.
   *
   * @param ask asks for some days at once
   * @param lastResort asks for a single day that is too much in itself
   */
  public static Mono<List<RawPage>> ask(
      DateRange days,
      Function<DateRange, Mono<List<RawPage>>> ask,
      Function<DateRange, Mono<List<RawPage>>> lastResort) {
    return ask.apply(days)
        .onErrorResume(
            PlatformFailure.TooMuchData.class,
            tooMuch -> days.days() > 1 ? halves(days, ask, lastResort) : lastResort.apply(days));
  }

  private static Mono<List<RawPage>> halves(
      DateRange days,
      Function<DateRange, Mono<List<RawPage>>> ask,
      Function<DateRange, Mono<List<RawPage>>> lastResort) {
    int half = days.days() / 2;
    return Flux.just(
            new DateRange(days.from(), days.from().plusDays(half - 1L)),
            new DateRange(days.from().plusDays(half), days.to()))
        .concatMap(shorter -> ask(shorter, ask, lastResort))
        .collectList()
        .map(SmallerRanges::flat);
  }

  /** One page with others behind it. */
  public static List<RawPage> behind(RawPage first, List<RawPage> others) {
    List<RawPage> all = new ArrayList<>();
    all.add(first);
    all.addAll(others);
    return all;
  }

  /** One list of all. */
  public static List<RawPage> flat(List<List<RawPage>> lists) {
    List<RawPage> all = new ArrayList<>();
    lists.forEach(all::addAll);
    return all;
  }
}
