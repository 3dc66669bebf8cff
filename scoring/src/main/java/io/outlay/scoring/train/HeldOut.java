package io.outlay.scoring.train;

import io.outlay.scoring.engine.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What models say of rows they did not see: each part of the training rows is held out in turn and
 * foretold by a model of the others. The number of rounds is the one at which the mean loss on
 * held-out rows is least; the margins there are what calibration is learned from.
 *
 * @param rounds trees a model of all rows should have, 1 or more
 * @param margins one a training row, by the model that did not see it
 * @param loss mean loss at that round
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to calibration, never compared
record HeldOut(int rounds, float[] margins, double loss) {

  /** Boosts all parts side by side until their mean loss has not improved for a while. */
  static HeldOut foretell(
      FeatureMatrix rows,
      Outcome outcome,
      TimeScale scale,
      IntUnaryOperator partOf,
      BoostingParameters parameters,
      Map<String, String> named) {
    List<Part> parts = new ArrayList<>();
    try {
      for (int part = 0; part < parameters.innerFolds(); part++) {
        int[] inside = rowsOf(part, true, rows.rows(), partOf);
        int[] outside = rowsOf(part, false, rows.rows(), partOf);
        if (inside.length > 0) {
          parts.add(Part.open(rows, outcome, scale, inside, outside, named));
        }
      }
      return search(parts, rows.rows(), parameters, round -> {});
    } finally {
      parts.forEach(Part::close);
    }
  }

  /**
   * Boosts on older rows until the loss on the rows that follow has not improved for a while.
   *
   * @param onRound told each round; ends the search by what it throws
   */
  static HeldOut following(
      FeatureMatrix rows,
      Outcome outcome,
      TimeScale scale,
      TimeSplit split,
      BoostingParameters parameters,
      Map<String, String> named,
      IntConsumer onRound) {
    Part part = Part.open(rows, outcome, scale, split.stopping(), split.training(), named);
    try {
      return search(List.of(part), rows.rows(), parameters, onRound);
    } finally {
      part.close();
    }
  }

  private static HeldOut search(
      List<Part> parts, int rows, BoostingParameters parameters, IntConsumer onRound) {
    HeldOut best = new HeldOut(0, new float[rows], Double.POSITIVE_INFINITY);
    for (int round = 1; round <= parameters.mostRounds(); round++) {
      onRound.accept(round);
      double loss = 0;
      for (Part part : parts) {
        part.boosting().boost();
        loss += part.boosting().heldOutLoss() * part.inside().length / rows;
      }
      if (loss < best.loss()) {
        best = new HeldOut(round, margins(parts, best.margins()), loss);
      } else if (round - best.rounds() >= parameters.patience()) {
        break;
      }
    }
    return best;
  }

  private static float[] margins(List<Part> parts, float[] margins) {
    for (Part part : parts) {
      float[] ofPart = part.boosting().heldOutMargins();
      for (int i = 0; i < ofPart.length; i++) {
        margins[part.inside()[i]] = ofPart[i];
      }
    }
    return margins;
  }

  private static int[] rowsOf(int part, boolean inside, int rows, IntUnaryOperator partOf) {
    return IntStream.range(0, rows)
        .filter(row -> partOf.applyAsInt(row) == part == inside)
        .toArray();
  }

  /** A booster with the rows it learns from and those it is asked about. */
  @SuppressWarnings("ArrayRecordComponent") // row numbers, never compared
  private record Part(
      int[] inside, TrainingMatrix training, TrainingMatrix heldOut, Boosting boosting) {

    static Part open(
        FeatureMatrix rows,
        Outcome outcome,
        TimeScale scale,
        int[] inside,
        int[] outside,
        Map<String, String> named) {
      TrainingMatrix training =
          TrainingMatrix.of(rows.select(outside), outcome.select(outside), scale);
      TrainingMatrix heldOut =
          TrainingMatrix.of(rows.select(inside), outcome.select(inside), scale);
      return new Part(inside, training, heldOut, new Boosting(training, heldOut, named));
    }

    void close() {
      boosting.close();
      heldOut.close();
      training.close();
    }
  }
}
