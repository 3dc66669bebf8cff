package io.outlay.api.demo;

import io.outlay.ingestion.demo.DemoCompany;
import io.outlay.ingestion.simulator.user.PlayedCompany;
import io.outlay.ingestion.simulator.world.Publisher;
import java.util.List;

/**
 * A company of the demo.
 *
 * @param organizationKey its organization here
 * @param publisher itself at the played platforms
 * @param inFiles itself in a generated export
 * @param users its users, who are played
 */
record Advertiser(
    String organizationKey, Publisher publisher, DemoCompany inFiles, PlayedCompany users) {

  static final List<Advertiser> ALL =
      List.of(
          new Advertiser(
              "demo-games", Publisher.DEMO_GAMES, DemoCompany.DEMO_GAMES, PlayedCompany.DEMO_GAMES),
          new Advertiser(
              "rival-games",
              Publisher.RIVAL_GAMES,
              DemoCompany.RIVAL_GAMES,
              PlayedCompany.RIVAL_GAMES));

  /** For people. */
  String title() {
    return publisher.name();
  }
}
