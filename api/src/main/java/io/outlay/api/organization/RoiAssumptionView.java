package io.outlay.api.organization;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.assumption.Assumption;
import io.outlay.domain.channel.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An assumption about cost and return as the schema shows it. */
public record RoiAssumptionView(
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable Channel channel,
    @Nullable AdAccount adAccount,
    BigDecimal vatContained,
    BigDecimal agencyFee,
    BigDecimal credits,
    BigDecimal valueKept) {

  static RoiAssumptionView of(
      Assumption assumption, Map<Long, Channel> channels, Map<Long, AdAccount> adAccounts) {
    return new RoiAssumptionView(
        assumption.firstDay(),
        assumption.lastDay(),
        assumption.channelId() == null ? null : channels.get(assumption.channelId()),
        assumption.adAccountId() == null ? null : adAccounts.get(assumption.adAccountId()),
        assumption.vatContained(),
        assumption.agencyFee(),
        assumption.creditShare(),
        assumption.keptShare());
  }
}
