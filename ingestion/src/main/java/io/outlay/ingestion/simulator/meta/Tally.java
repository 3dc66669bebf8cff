package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.Figures;
import io.outlay.ingestion.simulator.world.Goal;

/**
 * What a row counts, apart by where people bought: Meta names a purchase in a web shop otherwise
 * than one in an app.
 *
 * @param app of campaigns leading to an app
 * @param web of campaigns leading to a web shop
 */
record Tally(Figures app, Figures web) {

  static final Tally NOTHING = new Tally(Figures.none(), Figures.none());

  Tally plus(AdSlot slot, Figures figures) {
    return slot.campaign().plan().goal() == Goal.WEB_PURCHASE
        ? new Tally(app, web.plus(figures))
        : new Tally(app.plus(figures), web);
  }

  Figures all() {
    return app.plus(web);
  }

  boolean isNothing() {
    return app.isNothing() && web.isNothing();
  }
}
