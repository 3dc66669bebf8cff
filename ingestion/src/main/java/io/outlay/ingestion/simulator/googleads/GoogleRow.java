package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.DeviceKind;
import java.time.LocalDate;

/**
 * A row before it is written.
 *
 * @param unit what it is about
 * @param days its days
 * @param counted its figures
 * @param today the account's day
 */
record GoogleRow(GoogleUnit unit, DayRange days, Counted counted, LocalDate today) {

  AdAccount account() {
    return unit.account();
  }

  AdSlot slot() {
    return unit.first();
  }

  GoogleBudget budget() {
    return GoogleBudget.of(slot().campaign(), account());
  }

  String device() {
    DeviceKind device = unit.device();
    if (device == null) {
      return "UNSPECIFIED";
    }
    return switch (device) {
      case PHONE -> "MOBILE";
      case TABLET -> "TABLET";
      case DESKTOP -> "DESKTOP";
    };
  }

  ConversionAction action() {
    ConversionAction action = unit.action();
    return action == null ? ConversionAction.FIRST_OPEN : action;
  }

  long country() {
    String country = unit.country();
    return country == null ? 0 : Countries.criterion(country);
  }
}
