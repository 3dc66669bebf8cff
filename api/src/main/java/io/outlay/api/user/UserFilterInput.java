package io.outlay.api.user;

import io.outlay.api.input.FilterLists;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.RiskBand;
import io.outlay.domain.userscore.UserQuery;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions on users as a caller names them. */
record UserFilterInput(@Nullable RiskInput risk, @Nullable String externalIdPrefix) {

  static final UserFilterInput NONE = new UserFilterInput(null, null);

  UserQuery.@Nullable Risk toRisk() {
    return risk == null ? null : risk.toRisk();
  }

  /** A condition on a score as a caller names it. */
  record RiskInput(
      RiskKind kind,
      @Nullable Double minScore,
      @Nullable Double maxScore,
      @Nullable List<RiskBand> bands) {

    UserQuery.Risk toRisk() {
      return new UserQuery.Risk(
          kind,
          probability("filter.risk.minScore", minScore, 0),
          probability("filter.risk.maxScore", maxScore, 1),
          Set.copyOf(FilterLists.atMost("filter.risk.bands", bands, 3)));
    }

    private static double probability(String field, @Nullable Double given, double otherwise) {
      if (given == null) {
        return otherwise;
      }
      if (!(given >= 0 && given <= 1)) {
        throw BadRequest.of(field, given, "a probability from 0 to 1");
      }
      return given;
    }
  }
}
