package io.outlay.domain.performance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.TextSlice;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundsTests {

  private static final LocalDate DAY = SomeSlices.DAY;

  private final SomeSlices some = SomeSlices.of(new OrganizationId(7));

  @Test
  void nothingNeedsNoRound() {
    assertThat(Rounds.of(List.of())).isEmpty();
  }

  @Test
  void slicesOfDifferentDaysShareARound() {
    assertThat(sequences(some.on(DAY).numbered(1), some.on(DAY.plusDays(1)).numbered(2)))
        .containsExactly(List.of(1L, 2L));
  }

  @Test
  void aSecondSliceOfADayBeginsANewRound() {
    assertThat(
            sequences(
                some.on(DAY).numbered(1),
                some.on(DAY.plusDays(1)).numbered(2),
                some.on(DAY).numbered(3),
                some.on(DAY.plusDays(1)).numbered(4)))
        .containsExactly(List.of(1L, 2L), List.of(3L, 4L));
  }

  @Test
  void anotherSourceOfTheSameDayIsNotJudgedInTheSameRound() {
    assertThat(
            sequences(some.from("api").on(DAY).numbered(1), some.from("csv").on(DAY).numbered(2)))
        .containsExactly(List.of(1L), List.of(2L));
  }

  @Test
  void aPeriodThatReachesOverADayBeginsANewRoundWhicheverComesFirst() {
    SomeSlices month = some.over(DAY, DAY.plusDays(30)).numbered(1);
    SomeSlices day = some.on(DAY.plusDays(10)).numbered(2);

    assertThat(sequences(month, day)).containsExactly(List.of(1L), List.of(2L));
    assertThat(sequences(day, month)).containsExactly(List.of(2L), List.of(1L));
  }

  private static List<List<Long>> sequences(SomeSlices... slices) {
    List<TextSlice> texts =
        Stream.of(slices)
            .map(slice -> TextSlice.of(slice.with(SomeSlices.row("c1", 1, 1))))
            .toList();
    return Rounds.of(texts).stream()
        .map(round -> round.stream().map(slice -> slice.head().sequence()).toList())
        .toList();
  }
}
