package io.outlay.domain.risk;

/**
 * How an organization defines what its models foretell, and what mistakes cost it.
 *
 * @param eventsLateAfterHours features are called stale when no event of the organization was
 *     recorded for so many hours
 */
public record RiskSettings(
    ChurnSettings churn,
    FirstPurchaseSettings firstPurchase,
    FraudSettings fraud,
    int eventsLateAfterHours) {

  /** Those of an organization that set none. */
  public static final RiskSettings DEFAULTS =
      new RiskSettings(
          ChurnSettings.DEFAULTS, FirstPurchaseSettings.DEFAULTS, FraudSettings.DEFAULTS, 24);

  /** Refuses what cannot be computed, naming the setting. */
  public RiskSettings {
    SettingCheck.between("riskSettings.eventsLateAfterHours", eventsLateAfterHours, 1, 720);
  }

  /** What mistakes about a kind cost. */
  public Costs costs(RiskKind kind) {
    return switch (kind) {
      case CHURN -> churn.costs();
      case FIRST_PURCHASE -> firstPurchase.costs();
      case FRAUD -> fraud.costs();
    };
  }

  /** Days after which the outcome of a kind is known. */
  public int ripeAfterDays(RiskKind kind) {
    return switch (kind) {
      case CHURN -> churn.ripeAfterDays();
      case FIRST_PURCHASE -> firstPurchase.horizonDays();
      case FRAUD -> fraud.ripeAfterDays();
    };
  }
}
