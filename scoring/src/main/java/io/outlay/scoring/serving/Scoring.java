package io.outlay.scoring.serving;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ModelRole;
import io.outlay.domain.risk.Prediction;
import io.outlay.domain.userscore.RiskBand;
import io.outlay.scoring.anomaly.IsolationForest;
import io.outlay.scoring.engine.Contributions;
import io.outlay.scoring.engine.FeatureMatrix;
import io.outlay.scoring.engine.ScoringEngine;
import io.outlay.scoring.feature.UserFeatures;
import io.outlay.scoring.registry.ServedModel;
import io.outlay.scoring.registry.ServedSurvival;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores a batch: one native call for each model and part, whatever the number of users. Blocks.
 */
final class Scoring {

  private final OrganizationId organization;
  private final Lineup lineup;
  private final Parts parts;
  private final List<RiskScore> scores = new ArrayList<>();
  private final List<Prediction> predictions = new ArrayList<>();
  private int nativeCalls;

  private Scoring(OrganizationId organization, Lineup lineup, Parts parts) {
    this.organization = organization;
    this.lineup = lineup;
    this.parts = parts;
  }

  /**
   * What came out.
   *
   * @param scores those that are shown, one a user
   * @param predictions those of all models, for the log
   * @param nativeCalls calls of the library it took
   */
  record Result(List<RiskScore> scores, List<Prediction> predictions, int nativeCalls) {}

  static Result of(
      OrganizationId organization, Lineup lineup, Collection<UserFeatures> users, Parts parts) {
    Scoring scoring = new Scoring(organization, lineup, parts);
    Map<Lineup.Seat, List<UserFeatures>> shown = new LinkedHashMap<>();
    users.forEach(
        user ->
            shown
                .computeIfAbsent(lineup.shownTo(user.userId()), first -> new ArrayList<>())
                .add(user));
    shown.forEach(scoring::show);
    shown.forEach(scoring::compare);
    scoring.lineup.shadows().forEach(shadow -> scoring.predict(shadow, users));
    return new Result(scoring.scores, scoring.predictions, scoring.nativeCalls);
  }

  private void show(Lineup.Seat seat, List<UserFeatures> users) {
    List<float[]> values = users.stream().map(seat::values).toList();
    FeatureMatrix rows = seat.rows(values);
    ServedModel model = seat.model();
    float[] margins = margins(model.engine(), rows);
    @Nullable Contributions contributions =
        parts.reasons() ? contributions(model.engine(), rows) : null;
    ServedSurvival survival = parts.survival() ? model.survival() : null;
    float @Nullable [] times = survival == null ? null : margins(survival.engine(), rows);
    IsolationForest forest = parts.anomaly() ? model.anomaly() : null;
    double @Nullable [] anomalies = forest == null ? null : forest.scores(rows);
    for (int row = 0; row < users.size(); row++) {
      UserFeatures user = users.get(row);
      double probability = model.calibration().probability(margins[row]);
      scores.add(
          new RiskScore(
              model.kind(),
              user.userId(),
              margins[row],
              probability,
              RiskBand.valueOf(model.bands().of(probability).name()),
              model.bands().threshold(),
              contributions == null
                  ? null
                  : Explanation.of(model, margins[row], values.get(row), contributions, row),
              survival == null || times == null ? null : Survival.of(survival, times[row]),
              anomalies == null ? null : anomalies[row],
              model.id(),
              model.number(),
              seat.role(),
              user.at(),
              user.knownTo(),
              user.stale().stream().sorted().toList()));
      predictions.add(prediction(seat, user, values.get(row), margins[row], probability));
    }
  }

  /** Whom the challenger is shown to, the champion scores too: only so can they be compared. */
  private void compare(Lineup.Seat seat, List<UserFeatures> users) {
    if (seat.role() == ModelRole.CHALLENGER) {
      predict(lineup.champion(), users);
    }
  }

  private void predict(Lineup.Seat seat, Collection<UserFeatures> users) {
    List<float[]> values = users.stream().map(seat::values).toList();
    float[] margins = margins(seat.model().engine(), seat.rows(values));
    int row = 0;
    for (UserFeatures user : users) {
      double probability = seat.model().calibration().probability(margins[row]);
      predictions.add(prediction(seat, user, values.get(row), margins[row], probability));
      row++;
    }
  }

  private float[] margins(ScoringEngine engine, FeatureMatrix rows) {
    nativeCalls++;
    return engine.margins(rows);
  }

  private Contributions contributions(ScoringEngine engine, FeatureMatrix rows) {
    nativeCalls++;
    return engine.contributions(rows);
  }

  private Prediction prediction(
      Lineup.Seat seat, UserFeatures user, float[] values, double margin, double probability) {
    return new Prediction(
        organization,
        seat.model().kind(),
        user.userId(),
        seat.model().id(),
        seat.role(),
        user.at(),
        FeaturesHash.of(values),
        values,
        margin,
        probability);
  }
}
