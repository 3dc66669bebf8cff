package io.outlay.api.organization;

import io.outlay.api.node.NodeType;
import io.outlay.domain.assumption.Assumption;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.error.BadRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An assumption as a caller writes it. */
record RoiAssumptionInput(
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable String channel,
    @Nullable String adAccountId,
    BigDecimal vatContained,
    BigDecimal agencyFee,
    BigDecimal credits,
    BigDecimal valueKept) {

  /** Number of the ad account it is about; null for none. */
  @Nullable Long adAccountNumber() {
    return adAccountId == null
        ? null
        : (Long) NodeType.AD_ACCOUNT.number("roiAssumptions.adAccountId", adAccountId);
  }

  /**
   * The assumption.
   *
   * @param channels the organization's channels by key
   */
  Assumption toAssumption(Map<String, Channel> channels) {
    if (channel != null && adAccountId != null) {
      throw BadRequest.of(
          "roiAssumptions.channel", channel, "a channel or an ad account, not both");
    }
    if (to != null && to.isBefore(from)) {
      throw BadRequest.of("roiAssumptions.to", to, "a day not before from, " + from);
    }
    return new Assumption(
        0,
        channel == null ? null : (Long) channelOf(channel, channels).id(),
        adAccountNumber(),
        from,
        to,
        fraction("vatContained", vatContained),
        fraction("agencyFee", agencyFee),
        fraction("credits", credits),
        fraction("valueKept", valueKept));
  }

  private static Channel channelOf(String key, Map<String, Channel> channels) {
    Channel found = channels.get(key);
    if (found == null) {
      throw BadRequest.of(
          "roiAssumptions.channel", key, "one of " + channels.keySet().stream().sorted().toList());
    }
    return found;
  }

  private static BigDecimal fraction(String field, BigDecimal value) {
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw BadRequest.of(
          "roiAssumptions." + field, value, "a fraction from 0 to 1, such as \"0.1\" for 10 %");
    }
    return value;
  }
}
