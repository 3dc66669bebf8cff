package io.outlay.ingestion.reconciliation;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.ingestion.simulator.fault.FaultKind;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every way a platform can misbehave, over all twelve accounts of the demo's world, each held to
 * the ledger to the micro. Loopback only, services of its own; ends by itself, with 1 where
 * anything differed.
 *
 * <p>Arguments: campaigns of each account (6 when left out), days (21 when left out), names of
 * kinds (all when left out).
 */
final class FaultRun {

  private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 21);
  private static final PrintStream OUT = System.out;

  private final List<DemoAccount> all = DemoAccount.all();
  private final List<String> rows = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();

  private FaultRun() {}

  public static void main(String[] arguments) throws SQLException {
    int campaigns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 6;
    int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 21;
    List<FaultKind> kinds = Stream.of(arguments).skip(2).map(FaultKind::valueOf).toList();
    boolean isWell =
        new FaultRun().run(campaigns, days, kinds.isEmpty() ? List.of(FaultKind.values()) : kinds);
    System.exit(isWell ? 0 : 1);
  }

  private boolean run(int campaigns, int days, List<FaultKind> kinds) throws SQLException {
    long began = System.nanoTime();
    try (ReconciliationStage stage = stage(campaigns)) {
      stage.process().start();
      DateRange range = new DateRange(YESTERDAY.minusDays(days - 1), YESTERDAY);
      Map<DemoAccount, PlatformAccess> accounts = DemoAccounts.connect(stage, range.from());
      stage.syncAll(accounts.values());
      OUT.printf("%d campaigns an account, %s to %s, ", campaigns, range.from(), range.to());
      OUT.printf("%d facts%n", facts(stage));
      FaultTrial trial = new FaultTrial(stage, accounts, range);
      for (FaultKind kind : kinds) {
        tell(kind, trial.run(kind));
      }
      OUT.printf("%d facts at the end, %.0f s%n", facts(stage), (System.nanoTime() - began) / 1e9);
    }
    OUT.println(" ".repeat(32) + String.join("", all.stream().map("%14s"::formatted).toList()));
    rows.forEach(OUT::println); // once more together, without what connectors logged in between
    differences.forEach(OUT::println);
    OUT.println(differences.isEmpty() ? "PASS" : "FAIL");
    return differences.isEmpty();
  }

  private static ReconciliationStage stage(int campaigns) {
    return new ReconciliationStage(campaigns, ReconciliationStage.BEGIN, Connectors.patient());
  }

  private static long facts(ReconciliationStage stage) throws SQLException {
    return stage.superuser("SELECT count(*) FROM fact");
  }

  private void tell(FaultKind kind, Map<PlayedAccount, List<String>> wrong) {
    StringBuilder row = new StringBuilder("%-32s".formatted(kind));
    for (DemoAccount account : all) {
      List<String> lines = wrong.getOrDefault(account, List.of("was not tried"));
      row.append("%14s".formatted(lines.isEmpty() ? "PASS" : "FAIL"));
      lines.forEach(line -> differences.add(kind + ", " + account + ": " + line));
    }
    rows.add(row.toString());
    OUT.println(row);
  }
}
