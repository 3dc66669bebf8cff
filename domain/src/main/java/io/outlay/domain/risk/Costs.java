package io.outlay.domain.risk;

import io.outlay.domain.error.BadRequest;
import java.math.BigDecimal;

/**
 * What mistakes of a model cost, in major units of the organization's reporting currency.
 *
 * @param falseAlarm of acting on a user for nothing; above 0
 * @param miss of not acting on a user where it was due; above 0
 */
public record Costs(BigDecimal falseAlarm, BigDecimal miss) {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

  /** Drops trailing zeros. */
  public Costs {
    falseAlarm = SettingCheck.plain(falseAlarm);
    miss = SettingCheck.plain(miss);
  }

  /**
   * The probability from which acting costs less than not acting: the false alarm's cost over the
   * sum of both (Elkan, "The Foundations of Cost-Sensitive Learning", IJCAI 2001). Between 0 and 1.
   */
  public double threshold() {
    return falseAlarm.doubleValue() / falseAlarm.add(miss).doubleValue();
  }

  void check(String field) {
    check(field + ".falseAlarm", falseAlarm);
    check(field + ".miss", miss);
  }

  private static void check(String field, BigDecimal cost) {
    if (cost.signum() <= 0 || cost.compareTo(MOST) > 0 || cost.scale() > 6) {
      throw BadRequest.of(
          field, cost, "an amount above 0 and up to 1000000000 with at most 6 decimals");
    }
  }
}
