package io.outlay.ingestion.reconciliation;

import io.outlay.domain.performance.ConversionKind;
import io.outlay.ingestion.simulator.LedgerTotal;
import io.outlay.ingestion.simulator.SimulatorLedger;
import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.Campaign;
import io.outlay.ingestion.simulator.world.DayRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/** The simulator's own ledger of one account, by month and campaign. */
final class LedgerSums {

  private final SimulatorLedger ledger;
  private final PlayedAccount which;
  private final AdAccount account;

  LedgerSums(SimulatorLedger ledger, PlayedAccount which, AdAccount account) {
    this.ledger = ledger;
    this.which = which;
    this.account = account;
  }

  /** As the platform would tell it at a time; what did nothing is left out. */
  Map<Entity, Sums> at(LocalDate from, LocalDate to, Instant time) {
    Map<Entity, Sums> sums = new TreeMap<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      DayRange only = new DayRange(day, day);
      YearMonth month = YearMonth.from(day);
      add(sums, new Entity(month, Entity.ACCOUNT), ledger.account(account, only, time));
      for (Campaign campaign : account.campaigns()) {
        add(
            sums,
            new Entity(month, campaign.id()),
            ledger.campaign(account, campaign.id(), only, time));
      }
    }
    sums.values().removeIf(Sums.NONE::equals);
    return sums;
  }

  private void add(Map<Entity, Sums> sums, Entity entity, LedgerTotal day) {
    boolean hasValue = which.goal() == ConversionKind.PURCHASE;
    sums.merge(
        entity,
        new Sums(
            day.impressions(),
            day.clicks(),
            day.spendMicros(),
            micros(hasValue ? day.purchases() : day.installs()),
            hasValue ? micros(day.value()) : 0,
            micros(day.installs()),
            micros(day.preRegistrations()),
            hasValue ? micros(day.purchases()) : 0),
        Sums::plus);
  }

  private static long micros(BigDecimal number) {
    return number.movePointRight(6).longValueExact();
  }
}
