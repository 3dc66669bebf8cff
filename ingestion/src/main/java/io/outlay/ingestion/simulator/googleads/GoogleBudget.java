package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.Campaign;

/**
 * A campaign's budget, possibly shared: the 17th and 18th campaign of an account have one together.
 *
 * @param id its number
 * @param owner the campaign whose budget it is first of all
 * @param shared whether another uses it too
 */
record GoogleBudget(long id, Campaign owner, boolean shared) {

  private static final int OWNER = 16;

  static GoogleBudget of(Campaign campaign, AdAccount account) {
    boolean shared = campaign.index() == OWNER || campaign.index() == OWNER + 1;
    Campaign owner = shared ? account.campaigns().get(OWNER) : campaign;
    return new GoogleBudget(owner.id() + 5_000_000_000L, owner, shared);
  }

  /** Whether it is for the whole life of the campaign and not for a day. */
  boolean isTotal() {
    return owner.index() % 8 == 4;
  }
}
