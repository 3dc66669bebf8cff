package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.world.BillingCurrency;
import io.outlay.ingestion.simulator.world.Figures;
import io.outlay.ingestion.simulator.world.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes metrics: counts as numbers, money as text with its currency.
 *
 * @param figures what to write
 * @param currency of the organization
 * @param platform whether in the names of Platform v1
 * @param schemaSpelling whether {@code viewRedownloads} is spelled as the schema has it, and not as
 *     every example has
 */
record AppleMetrics(
    Figures figures, BillingCurrency currency, boolean platform, boolean schemaSpelling) {

  void writeTo(ObjectNode row) {
    long impressions = figures.of(Measure.IMPRESSIONS);
    long taps = figures.of(Measure.CLICKS);
    long tapped = count(Measure.INSTALLS);
    long viewed = count(Measure.VIEW_INSTALLS);
    row.put("impressions", impressions);
    row.put("taps", taps);
    ratio(row, "ttr", taps, impressions);
    money(row, platform ? "cpt" : "avgCPT", spend(), taps);
    money(
        row, platform ? "cpm" : "avgCPM", spend().multiply(BigDecimal.valueOf(1_000)), impressions);
    row.putObject("localSpend")
        .put("amount", spend().toPlainString())
        .put("currency", currency.name());
    downloads(row, tapped, viewed);
    long preOrders = count(Measure.PRE_REGISTRATIONS);
    row.put("tapPreOrdersPlaced", preOrders);
    row.put("viewPreOrdersPlaced", 0);
    row.put("totalPreOrdersPlaced", preOrders);
    money(row, "totalAvgCPI", spend(), tapped + viewed);
    ratio(row, "totalInstallRate", tapped + viewed, taps);
    money(row, "tapInstallCPI", spend(), tapped);
    ratio(row, "tapInstallRate", tapped, taps);
  }

  private void downloads(ObjectNode row, long tapped, long viewed) {
    long tappedNew = count(Measure.NEW_DOWNLOADS);
    long viewedNew = count(Measure.VIEW_NEW_DOWNLOADS);
    row.put("totalInstalls", tapped + viewed);
    row.put("totalNewDownloads", tappedNew + viewedNew);
    row.put("totalRedownloads", tapped + viewed - tappedNew - viewedNew);
    row.put("viewInstalls", viewed);
    row.put("tapInstalls", tapped);
    row.put("tapNewDownloads", tappedNew);
    row.put("tapRedownloads", tapped - tappedNew);
    row.put("viewNewDownloads", viewedNew);
    row.put(schemaSpelling ? "viewRedownloads" : "viewReDownloads", viewed - viewedNew);
  }

  private long count(Measure measure) {
    return figures.of(measure) / 100;
  }

  private BigDecimal spend() {
    return currency.amount(figures.of(Measure.COST));
  }

  private static void ratio(ObjectNode row, String name, long of, long by) {
    BigDecimal ratio =
        by == 0
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(of).divide(BigDecimal.valueOf(by), 4, RoundingMode.HALF_UP);
    row.put(name, ratio);
  }

  private void money(ObjectNode row, String name, BigDecimal of, long by) {
    BigDecimal amount =
        by == 0 ? BigDecimal.ZERO : of.divide(BigDecimal.valueOf(by), 4, RoundingMode.HALF_UP);
    row.putObject(name).put("amount", amount.toPlainString()).put("currency", currency.name());
  }
}
