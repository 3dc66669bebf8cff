package io.outlay.ingestion.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A made-up publisher of games, as it stands in a generated export.
 *
 * @param key short name, part of account ids
 * @param seed what its figures are drawn from; another seed, other figures
 * @param spendPermille its budgets in thousandths of the usual
 */
public record DemoCompany(
    String key, String name, long seed, int spendPermille, List<DemoTitle> titles) {

  private static final LocalDate EARLY = LocalDate.of(2024, 1, 1);

  /** The company of the demo. */
  public static final DemoCompany DEMO_GAMES =
      new DemoCompany(
          "demo",
          "Demo Games",
          20_261_122,
          1000,
          List.of(
              new DemoTitle("Puzzle Harbor", List.of("KR", "US", "JP"), 1200, EARLY),
              new DemoTitle("Dragon Ledger", List.of("KR", "US", "DE"), 1500, EARLY),
              new DemoTitle("Idle Bakery", List.of("KR", "US"), 700, EARLY),
              new DemoTitle("Star Courier", List.of("KR", "JP"), 900, LocalDate.of(2026, 5, 4))));

  /** Its rival, whose figures nobody of the first may see. */
  public static final DemoCompany RIVAL_GAMES =
      new DemoCompany(
          "rival",
          "Rival Games",
          77_003,
          600,
          List.of(
              new DemoTitle("Castle Rumble", List.of("US", "DE"), 1100, EARLY),
              new DemoTitle("Word Orchard", List.of("US", "KR"), 800, LocalDate.of(2026, 2, 2))));

  /** Copies the titles. */
  public DemoCompany {
    titles = List.copyOf(titles);
  }
}
