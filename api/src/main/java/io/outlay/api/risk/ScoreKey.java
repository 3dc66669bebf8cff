package io.outlay.api.risk;

import graphql.schema.DataFetchingFieldSelectionSet;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.serving.Parts;

/**
 * A score that one field of a query asks for.
 *
 * @param parts what of it is selected
 */
record ScoreKey(RiskKind kind, long userId, Parts parts) {

  /**
   * What a selection needs.
   *
   * @param prefix path to the score, empty or ending in a slash
   */
  static Parts parts(DataFetchingFieldSelectionSet selection, String prefix) {
    return new Parts(
        selection.containsAnyOf(
            prefix + "reasons", prefix + "baseValue", prefix + "restContribution"),
        selection.contains(prefix + "survival"),
        selection.contains(prefix + "anomaly"));
  }
}
