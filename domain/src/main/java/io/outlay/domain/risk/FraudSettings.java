package io.outlay.domain.risk;

import io.outlay.domain.error.BadRequest;
import java.math.BigDecimal;

/**
 * What is known of abusers, and when.
 *
 * @param activeDays days of which one must be active for a user to be asked about: nobody acts on
 *     abusers who left long ago
 * @param ripeAfterDays delay after which a chargeback or a complaint would have come
 * @param labelFrequency share of abusers who are labelled as such in the end, above 0 and up to 1;
 *     an assumption: labels do not depend on anything but being an abuser. A model learns to tell
 *     labelled users from the rest, and its probability divided by this share is the one of being
 *     an abuser (Elkan and Noto, "Learning Classifiers from Only Positive and Unlabeled Data", KDD
 *     2008)
 * @param reviewShare share of users sent to review at random, 0 to 0.2, so that precision can be
 *     known at all
 */
public record FraudSettings(
    int activeDays,
    int ripeAfterDays,
    BigDecimal labelFrequency,
    BigDecimal reviewShare,
    Costs costs) {

  private static final BigDecimal MOST_REVIEWED = new BigDecimal("0.2");

  static final FraudSettings DEFAULTS =
      new FraudSettings(
          30,
          60,
          BigDecimal.ONE,
          new BigDecimal("0.01"),
          new Costs(BigDecimal.valueOf(10), BigDecimal.valueOf(40)));

  /** Refuses what cannot be computed, naming the setting. */
  public FraudSettings {
    SettingCheck.between("riskSettings.fraud.activeDays", activeDays, 1, 90);
    SettingCheck.between("riskSettings.fraud.ripeAfterDays", ripeAfterDays, 1, 365);
    if (labelFrequency.compareTo(new BigDecimal("0.01")) < 0
        || labelFrequency.compareTo(BigDecimal.ONE) > 0) {
      throw BadRequest.of(
          "riskSettings.fraud.labelFrequency", labelFrequency, "a share from 0.01 to 1");
    }
    if (reviewShare.signum() < 0 || reviewShare.compareTo(MOST_REVIEWED) > 0) {
      throw BadRequest.of("riskSettings.fraud.reviewShare", reviewShare, "a share from 0 to 0.2");
    }
    costs.check("riskSettings.fraud.costs");
    labelFrequency = SettingCheck.plain(labelFrequency);
    reviewShare = SettingCheck.plain(reviewShare);
  }

  /**
   * Probability of being an abuser, of the probability of being labelled as one: divided by the
   * label frequency, at most 1.
   */
  public double corrected(double labelledProbability) {
    return Math.min(1, labelledProbability / labelFrequency.doubleValue());
  }
}
