package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.Figures;
import io.outlay.ingestion.simulator.world.Goal;
import io.outlay.ingestion.simulator.world.Measure;

/** What an account counts as conversion; the last is not included in {@code conversions}. */
enum ConversionAction {
  FIRST_OPEN(7001, "First open", "DOWNLOAD", Measure.INSTALLS),
  PRE_REGISTRATION(7002, "Pre-registration", "SIGNUP", Measure.PRE_REGISTRATIONS),
  IN_APP_PURCHASE(7003, "In-app purchase", "PURCHASE", Measure.PURCHASES),
  WEB_PURCHASE(7004, "Web shop purchase", "PURCHASE", Measure.PURCHASES),
  LEVEL_ONE(7005, "Level 1 finished", "ENGAGEMENT", Measure.SECONDARY);

  private final long id;
  private final String shownName;
  private final String category;
  private final Measure measure;

  ConversionAction(long id, String shownName, String category, Measure measure) {
    this.id = id;
    this.shownName = shownName;
    this.category = category;
    this.measure = measure;
  }

  long id() {
    return id;
  }

  String shownName() {
    return shownName;
  }

  String category() {
    return category;
  }

  boolean isPrimary() {
    return this != LEVEL_ONE;
  }

  /** Its conversions among what {@code slot} brought, in hundredths. */
  long count(AdSlot slot, Figures figures) {
    return counts(slot) ? figures.of(measure) : 0;
  }

  /** Their value, in smallest units. */
  long value(AdSlot slot, Figures figures) {
    return measure == Measure.PURCHASES && counts(slot) ? figures.of(Measure.VALUE) : 0;
  }

  private boolean counts(AdSlot slot) {
    boolean web = slot.campaign().plan().goal() == Goal.WEB_PURCHASE;
    return switch (this) {
      case IN_APP_PURCHASE -> !web;
      case WEB_PURCHASE -> web;
      default -> true;
    };
  }
}
