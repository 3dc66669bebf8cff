package io.outlay.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConcordanceTests {

  @Test
  void harrellCountsPairsWhoseEarlierTimeIsAnEvent() {
    // Events at 1 and 3, censored at 2 and 4. Pairs: (1,2) (1,3) (1,4) (3,4).
    SurvivalTimes observed = times(new double[] {1, 2, 3, 4}, true, false, true, false);
    // Risk of the first: above the second's, tied with the third's, below the fourth's.
    double[] risks = {.5, .4, .5, .9};
    assertThat(Concordance.harrell(observed, risks)).isCloseTo(1.5 / 4, within(1e-12));
  }

  @Test
  void censoredAtTheTimeOfAnEventLivesLonger() {
    SurvivalTimes observed = times(new double[] {2, 2}, true, false);
    assertThat(Concordance.harrell(observed, new double[] {.9, .1})).isEqualTo(1);
    assertThat(Concordance.harrell(observed, new double[] {.1, .9})).isZero();
  }

  @Test
  void unoWeighsLatePairsByTheCensoringBeforeThem() {
    // Uncensored just before 1: 1. At 2 one of three is censored, so before 3 it is 2/3: weight
    // 9/4. Pairs of 1: right against 2 and 4, wrong against 3. Pair (3,4): right.
    SurvivalTimes observed = times(new double[] {1, 2, 3, 4}, true, false, true, false);
    double[] risks = {.6, .5, .8, .1};
    assertThat(Concordance.uno(observed, risks)).isCloseTo((2 + 2.25) / (3 + 2.25), within(1e-12));
  }

  @Test
  void withoutCensoringBothAreTheSame() {
    SurvivalTimes observed = times(new double[] {3, 1, 2}, true, true, true);
    double[] risks = {.3, .2, .9};
    assertThat(Concordance.uno(observed, risks)).isEqualTo(Concordance.harrell(observed, risks));
  }

  @Test
  void agreesWithCountingEveryPair() {
    SplittableRandom random = new SplittableRandom(11);
    int rows = 300;
    double[] times = random.ints(rows, 0, 40).asDoubleStream().toArray();
    double[] risks = random.ints(rows, 0, 30).asDoubleStream().toArray();
    boolean[] events = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      events[i] = random.nextInt(3) > 0;
    }
    double won = 0;
    long pairs = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        boolean longer = times[i] < times[j] || (times[i] == times[j] && !events[j]);
        if (events[i] && longer) {
          pairs++;
          won += risks[i] > risks[j] ? 1 : risks[i] == risks[j] ? .5 : 0;
        }
      }
    }
    assertThat(Concordance.harrell(new SurvivalTimes(times, events), risks))
        .isCloseTo(won / pairs, within(1e-12));
  }

  private static SurvivalTimes times(double[] times, boolean... events) {
    return new SurvivalTimes(times, events);
  }
}
