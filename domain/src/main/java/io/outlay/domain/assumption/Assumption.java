package io.outlay.domain.assumption;

import io.outlay.domain.error.BadRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is assumed about spend and value on the days from {@code firstDay} to {@code lastDay}: for
 * one ad account, one channel, or, with neither, the whole organization. On each account-day the
 * most specific one holds as a whole; of two equally specific ones, that which began later.
 *
 * <p>{@code cost = spend x (1 + agencyFee - creditShare) / (1 + vatContained)}: VAT is taken out of
 * the source's amount, the agency's fee is charged on the net media, and credits pay their share of
 * the net media. {@code roi = (value x keptShare - cost) / cost}.
 *
 * @param id its number; 0 for one that is not stored yet
 * @param channelId the channel it is for; null for all, or where an account is named
 * @param adAccountId the account it is for; null for all
 * @param lastDay null for no end
 * @param vatContained rate of the VAT contained in the source's amounts, 0.1 for 10 %; from 0 to 1
 * @param agencyFee fee as a share of net media, from 0 to 1
 * @param creditShare share of net media paid by the platform's credits, from 0 to 1
 * @param keptShare share of value kept after store fee, tax and cost of goods, from 0 to 1
 */
public record Assumption(
    long id,
    @Nullable Long channelId,
    @Nullable Long adAccountId,
    LocalDate firstDay,
    @Nullable LocalDate lastDay,
    BigDecimal vatContained,
    BigDecimal agencyFee,
    BigDecimal creditShare,
    BigDecimal keptShare) {

  /** Decimals of the factor from spend to cost. */
  public static final int FACTOR_DECIMALS = 12;

  private static final int MOST_DECIMALS = 12;

  /** Refuses shares out of range, reversed days, and an account together with a channel. */
  public Assumption {
    requireShare("vatContained", vatContained);
    requireShare("agencyFee", agencyFee);
    requireShare("creditShare", creditShare);
    requireShare("keptShare", keptShare);
    if (lastDay != null && lastDay.isBefore(firstDay)) {
      throw BadRequest.of("to", lastDay, "a day not before the first, " + firstDay);
    }
    if (channelId != null && adAccountId != null) {
      throw BadRequest.of("adAccountId", adAccountId, "a channel or an ad account, not both");
    }
  }

  private static void requireShare(String field, BigDecimal share) {
    if (share.signum() < 0
        || share.compareTo(BigDecimal.ONE) > 0
        || share.scale() > MOST_DECIMALS) {
      throw BadRequest.of(field, share, "a fraction from 0 to 1 with at most 12 decimals");
    }
  }

  /** What a unit of spend costs, rounded half to even to 12 decimals. */
  public BigDecimal costFactor() {
    return BigDecimal.ONE
        .add(agencyFee)
        .subtract(creditShare)
        .divide(BigDecimal.ONE.add(vatContained), FACTOR_DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** How narrow it is: 2 for an account, 1 for a channel, 0 for the organization. */
  public int specificity() {
    return adAccountId != null ? 2 : channelId != null ? 1 : 0;
  }

  /** Whether it is about the account, on some day. */
  public boolean concerns(long account, long channel) {
    return adAccountId != null ? adAccountId == account : channelId == null || channelId == channel;
  }
}
