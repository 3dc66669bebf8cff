package io.outlay.api.graphql.limits;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.QueryTooComplex;
import io.outlay.domain.organization.Viewer;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets operations pass that are cheap enough, and takes their points from the caller. */
@Component
public final class PointsJudge {

  private final Limits limits;
  private final PointsBudget budget;

  PointsJudge(Limits limits, PointsBudget budget) {
    this.limits = limits;
    this.budget = budget;
  }

  /**
   * Points the operation costs; they are taken from the caller's bucket.
   *
   * <p>Throws {@link BadRequest} for a page over the maximum, {@link QueryTooComplex} for an
   * operation over the limit, {@link io.outlay.domain.error.RateLimited} for an empty bucket.
   */
  public int spend(OperationCost cost, Map<String, @Nullable Object> variables, Viewer viewer) {
    int points = cost.points(variables, this::checkPage);
    if (points > limits.cost().operation()) {
      throw new QueryTooComplex(
          "The operation costs %d points; at most %d are allowed. Ask for smaller pages (first), a"
                  .formatted(points, limits.cost().operation())
              + " shorter range, or fewer nested lists.");
    }
    budget.spend(viewer, points);
    return points;
  }

  /** Takes the single point that an answer at hand, or a refusal, costs. */
  public void spendOne(Viewer viewer) {
    budget.spend(viewer, 1);
  }

  /** Takes the single point, or tells that the caller has none left. */
  public boolean canSpendOne(Viewer viewer) {
    return budget.canSpend(viewer, 1);
  }

  private void checkPage(String field, BigInteger size) {
    if (size.signum() <= 0 || size.compareTo(BigInteger.valueOf(limits.page())) > 0) {
      throw BadRequest.of(field + ".first", size, "a number from 1 to " + limits.page());
    }
  }
}
