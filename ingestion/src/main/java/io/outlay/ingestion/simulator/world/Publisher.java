package io.outlay.ingestion.simulator.world;

import java.util.List;

/**
 * A made-up publisher of games.
 *
 * @param key short name, {@code demo} or {@code rival}
 * @param name shown name
 * @param number its number, part of every id below it
 * @param budgetPermille its budgets in thousandths of the usual
 * @param titles its games
 */
public record Publisher(
    String key, String name, int number, int budgetPermille, List<Title> titles) {

  /** The first publisher. */
  public static final Publisher DEMO_GAMES =
      new Publisher(
          "demo",
          "Demo Games",
          1,
          1_000,
          List.of(
              title("Puzzle Harbor", "puzzleharbor", 1_490_000_101, true, 1_200, "KR", "US", "JP"),
              title("Dragon Ledger", "dragonledger", 1_490_000_102, true, 1_500, "KR", "US", "DE"),
              title("Idle Bakery", "idlebakery", 1_490_000_103, false, 700, "US", "KR", "BR"),
              title("Star Courier", "starcourier", 1_490_000_104, false, 900, "JP", "KR", "US")));

  /** Another publisher, with other titles and other figures. */
  public static final Publisher RIVAL_GAMES =
      new Publisher(
          "rival",
          "Rival Games",
          2,
          600,
          List.of(
              title("Castle Rumble", "castlerumble", 1_490_000_201, true, 1_100, "DE", "US", "FR"),
              title("Word Orchard", "wordorchard", 1_490_000_202, false, 800, "US", "KR", "GB"),
              title("Moon Tactics", "moontactics", 1_490_000_203, true, 1_300, "JP", "DE", "US")));

  /** Copies the titles. */
  public Publisher {
    titles = List.copyOf(titles);
  }

  private static Title title(
      String name, String key, long adamId, boolean shop, int value, String... countries) {
    return new Title(name, "io.example." + key, adamId, shop, List.of(countries), value);
  }
}
