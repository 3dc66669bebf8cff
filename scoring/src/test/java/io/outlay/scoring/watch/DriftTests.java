package io.outlay.scoring.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against values worked out by hand. */
class DriftTests {

  private static final double[] ONE_TO_TEN = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

  @Test
  void indexIsTheSumOverBins() {
    // Ten bins of a tenth each; now half of the rows are in the first and half in the last.
    Drift drift = Drift.of(ReferenceBins.of(ONE_TO_TEN), new double[] {1, 10, 1, 10});

    double moved = .4 * Math.log(.5 / .1);
    double emptied = (1e-4 - .1) * Math.log(1e-4 / .1);
    assertThat(drift.index()).isCloseTo(2 * moved + 8 * emptied, within(1e-12));
    // A bin below all that was seen, then the ten, then missing.
    assertThat(drift.sharesNow()).containsExactly(0, .5, 0, 0, 0, 0, 0, 0, 0, 0, .5, 0);
  }

  @Test
  void nothingMovedIsZero() {
    assertThat(Drift.of(ReferenceBins.of(ONE_TO_TEN), ONE_TO_TEN).index())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void limitGrowsWithFewRows() {
    ReferenceBins reference = ReferenceBins.of(ONE_TO_TEN);

    // Ten bins are in use, so nine degrees; ten rows on either side.
    assertThat(Drift.of(reference, ONE_TO_TEN).limit())
        .isCloseTo(27.877164871256568 * (.1 + .1), within(1e-9));
    assertThat(Drift.of(large(), new double[100_000]).limit()).isEqualTo(.1);
  }

  @Test
  void tiesOfTheReferenceMakeOneBin() {
    double[] mostlyZero = new double[100];
    Arrays.fill(mostlyZero, 60, 100, 1);
    ReferenceBins reference = ReferenceBins.of(mostlyZero);

    // Below all that was seen, at 0, up to 1, above, missing.
    assertThat(reference.shares()).hasSize(5);
    assertThat(reference.count(new double[] {-1, 0, 0, .5, 1, 7, Double.NaN}))
        .containsExactly(1, 2, 2, 1, 1);
    assertThat(reference.shares()[1]).isCloseTo(.6, within(1e-12));
    assertThat(reference.shares()[2]).isCloseTo(.4, within(1e-12));
  }

  @Test
  void missingHasABinOfItsOwn() {
    double[] then = new double[1_000];
    Arrays.setAll(then, i -> i % 10 == 0 ? Double.NaN : i);
    double[] now = new double[1_000];
    Arrays.setAll(now, i -> i % 2 == 0 ? Double.NaN : i);

    Drift drift = Drift.of(ReferenceBins.of(then), now);

    assertThat(drift.missingThen()).isCloseTo(.1, within(1e-12));
    assertThat(drift.missingNow()).isEqualTo(.5);
    assertThat(drift.isFlagged()).isTrue();
    assertThat(
            Drift.of(ReferenceBins.of(new double[] {Double.NaN}), new double[] {Double.NaN})
                .index())
        .isZero();
  }

  @Test
  void aValueThatWasAlwaysTheSameAndIsNoLongerIsFound() {
    double[] fives = new double[1_000];
    Arrays.fill(fives, 5);
    double[] lower = fives.clone();
    Arrays.fill(lower, 0, 300, 4);
    double[] higher = fives.clone();
    Arrays.fill(higher, 0, 300, 6);

    assertThat(Drift.of(ReferenceBins.of(fives), lower).isFlagged()).isTrue();
    assertThat(Drift.of(ReferenceBins.of(fives), higher).isFlagged()).isTrue();
    assertThat(Drift.of(ReferenceBins.of(fives), fives).isFlagged()).isFalse();
  }

  @Test
  void keptQuantilesServeLikeTheValues() {
    double[] quantiles = new double[101];
    Arrays.setAll(quantiles, i -> i <= 55 ? 0 : i);
    ReferenceBins reference = ReferenceBins.of(quantiles, .2, 5_000);

    assertThat(reference.shares()[0]).isZero();
    assertThat(reference.shares()[1]).isCloseTo(.55 * .8, within(1e-12));
    assertThat(reference.shares()[reference.shares().length - 1]).isEqualTo(.2);
    assertThat(Arrays.stream(reference.shares()).sum()).isCloseTo(1, within(1e-12));
    assertThat(reference.edges()).containsExactly(Math.nextDown(0.0), 0, 60, 70, 80, 90);
  }

  private static ReferenceBins large() {
    double[] values = new double[100_000];
    Arrays.setAll(values, i -> i);
    return ReferenceBins.of(values);
  }
}
