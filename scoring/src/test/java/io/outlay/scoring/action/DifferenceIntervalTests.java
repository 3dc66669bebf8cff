package io.outlay.scoring.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceIntervalTests {

  /** Table II of Newcombe 1998, method 10. */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "5, 56, 0, 29, -0.0381, 0.1926",
    "0, 10, 0, 10, -0.2775, 0.2775",
    "10, 10, 0, 10, 0.6075, 1.0000"
  })
  void isTheOneOfThePaper(
      long happened, long size, long other, long ofOther, double low, double high) {
    DifferenceInterval found = DifferenceInterval.of(happened, size, other, ofOther);
    assertThat(found.low()).isCloseTo(low, within(5e-5));
    assertThat(found.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void holdsTheTruthAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(11);
    int held = 0;
    int rounds = 4_000;
    for (int round = 0; round < rounds; round++) {
      DifferenceInterval found =
          DifferenceInterval.of(drawn(random, 300, 0.12), 300, drawn(random, 40, 0.2), 40);
      held += found.low() <= -0.08 && -0.08 <= found.high() ? 1 : 0;
    }
    assertThat((double) held / rounds).isBetween(0.935, 0.975);
  }

  private static long drawn(SplittableRandom random, int size, double probability) {
    long happened = 0;
    for (int i = 0; i < size; i++) {
      happened += random.nextDouble() < probability ? 1 : 0;
    }
    return happened;
  }
}
