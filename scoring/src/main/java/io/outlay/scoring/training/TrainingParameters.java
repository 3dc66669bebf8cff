package io.outlay.scoring.training;

import io.outlay.scoring.train.BoostingParameters;
import io.outlay.scoring.train.ModelJson;
import io.outlay.scoring.train.TimeSplit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * How a model was trained.
 *
 * @param trees boosted trees it has
 * @param trainingRows rows the number of trees was sought on
 * @param stoppingRows rows that told when more trees did no good
 * @param calibrationRows rows the calibration comes from
 * @param evaluationRows newest rows it was judged on
 * @param falseAlarmCost what the threshold was chosen by, in major units of the reporting currency
 * @param missCost the same
 * @param labelFrequency share of positives assumed to be labelled; 1 for all
 */
public record TrainingParameters(
    long seed,
    double learningRate,
    int depth,
    double rowShare,
    double featureShare,
    double leafWeight,
    int mostRounds,
    int patience,
    int trees,
    int trainingRows,
    int stoppingRows,
    int calibrationRows,
    int evaluationRows,
    BigDecimal falseAlarmCost,
    BigDecimal missCost,
    double labelFrequency) {

  static TrainingParameters of(
      BoostingParameters boosting, long seed, TimeSplit split, int trees, Stakes stakes) {
    return new TrainingParameters(
        seed,
        boosting.learningRate(),
        boosting.depth(),
        boosting.rowShare(),
        boosting.featureShare(),
        boosting.leafWeight(),
        boosting.mostRounds(),
        boosting.patience(),
        trees,
        split.training().length,
        split.stopping().length,
        split.calibration().length,
        split.evaluation().length,
        stakes.costs().falseAlarm(),
        stakes.costs().miss(),
        stakes.labelFrequency());
  }

  String toJson() {
    return new String(ModelJson.write(this), StandardCharsets.UTF_8);
  }
}
