package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.Figures;
import io.outlay.ingestion.simulator.world.Goal;
import io.outlay.ingestion.simulator.world.Measure;

/** Adds up the figures of a row, apart by what Google tells apart. */
final class Counted {

  private Figures all = Figures.none();
  private long appPurchases;
  private long actionCount;
  private long actionValue;

  void add(AdSlot slot, Figures figures) {
    all = all.plus(figures);
    if (slot.campaign().plan().goal() != Goal.WEB_PURCHASE) {
      appPurchases += figures.of(Measure.PURCHASES);
    }
  }

  void add(AdSlot slot, Figures figures, ConversionAction action) {
    actionCount += action.count(slot, figures);
    actionValue += action.value(slot, figures);
  }

  long of(Measure measure) {
    return all.of(measure);
  }

  boolean isNothing() {
    return all.isNothing() && actionCount == 0;
  }

  /** In hundredths, of all primary actions. */
  long conversions() {
    return all.of(Measure.INSTALLS) + all.of(Measure.PRE_REGISTRATIONS) + all.of(Measure.PURCHASES);
  }

  long appPurchases() {
    return appPurchases;
  }

  /** In hundredths, of one action. */
  long actionCount() {
    return actionCount;
  }

  /** In smallest units, of one action. */
  long actionValue() {
    return actionValue;
  }
}
