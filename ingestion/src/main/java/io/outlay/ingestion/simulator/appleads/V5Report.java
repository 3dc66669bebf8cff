package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.Figures;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a report as v5 does. */
final class V5Report {

  private final ReportQuery query;
  private final LocalDate today;
  private final boolean grandTotals;

  V5Report(ReportQuery query, LocalDate today, boolean grandTotals) {
    this.query = query;
    this.today = today;
    this.grandTotals = grandTotals;
  }

  ObjectNode write(List<ReportRow> page, List<ReportRow> all) {
    ObjectNode body = Json.object();
    ObjectNode response = body.putObject("data").putObject("reportingDataResponse");
    ArrayNode rows = response.putArray("row");
    page.forEach(row -> rows.add(row(row)));
    if (grandTotals && !all.isEmpty()) {
      Figures total = all.stream().map(ReportRow::total).reduce(Figures.none(), Figures::plus);
      ObjectNode sum = response.putObject("grandTotals").put("other", false);
      metrics(sum.putObject("total"), total, all.getFirst());
    }
    body.set("pagination", pagination(all.size(), query.offset(), page.size()));
    body.putNull("error");
    return body;
  }

  static ObjectNode pagination(int total, int start, int size) {
    return Json.object()
        .put("totalResults", total)
        .put("startIndex", start)
        .put("itemsPerPage", size);
  }

  private ObjectNode row(ReportRow row) {
    ObjectNode written = Json.object().put("other", row.other());
    if (query.granularity() == Granularity.NONE) {
      metrics(written.putObject("total"), row.total(), row);
    } else {
      ArrayNode pieces = written.putArray("granularity");
      row.pieces().forEach(piece -> piece(pieces.addObject(), piece, row));
    }
    written.set("metadata", metadata(row));
    return written;
  }

  /** A piece in which nothing happened has its date only. */
  private void piece(ObjectNode written, ReportRow.Piece piece, ReportRow row) {
    if (!piece.figures().isNothing()) {
      metrics(written, piece.figures(), row);
    }
    written.put("date", piece.date());
  }

  private void metrics(ObjectNode written, Figures figures, ReportRow row) {
    boolean below = query.level() != AppleLevel.CAMPAIGN;
    new AppleMetrics(figures, row.slot().account().currency(), false, below).writeTo(written);
  }

  private ObjectNode metadata(ReportRow row) {
    AppleObject of = new AppleObject(row.slot(), today);
    ObjectNode metadata = Json.object();
    switch (query.level()) {
      case CAMPAIGN -> campaign(metadata, of);
      case AD_GROUP -> group(metadata, of);
      case AD -> ad(metadata, of);
    }
    if (!row.group().isEmpty()) {
      metadata.put(query.groupBy(), row.group());
    }
    return metadata;
  }

  private static void campaign(ObjectNode metadata, AppleObject of) {
    metadata.put("campaignId", of.campaign().id());
    metadata.put("campaignName", of.name());
    metadata.put("deleted", of.isDeleted());
    metadata.put("campaignStatus", of.status());
    metadata.put("adChannelType", of.channelType());
    metadata.put("billingEvent", "TAPS");
    metadata.putArray("supplySources").add(of.campaign().plan().channel());
    metadata
        .putObject("app")
        .put("appName", of.campaign().plan().title().name())
        .put("adamId", of.campaign().plan().title().adamId());
    metadata.put("servingStatus", of.serving());
    metadata.putNull("servingStateReasons");
    V5Objects.countries(of, metadata.putArray("countriesOrRegions"));
    metadata.put("modificationTime", of.modified());
    metadata.set("dailyBudgetAmount", of.budget());
    metadata.put("displayStatus", of.display());
    metadata.put("orgId", of.slot().account().id());
    metadata.putObject("countryOrRegionServingStateReasons");
  }

  private static void group(ObjectNode metadata, AppleObject of) {
    metadata.put("adGroupId", of.slot().group().id());
    metadata.put("adGroupName", of.slot().group().name());
    metadata.put("adGroupStatus", "ENABLED");
    metadata.put("adGroupServingStatus", of.serving());
    metadata.put("adGroupDisplayStatus", of.display());
    metadata.put("pricingModel", "CPC");
    metadata.set("defaultBidAmount", of.bid());
    metadata.putNull("cpaGoal");
    metadata.put("startTime", of.started());
    metadata.putNull("endTime");
    metadata.put("deleted", of.isDeleted());
    metadata.put("campaignId", of.campaign().id());
    metadata.put("orgId", of.slot().account().id());
  }

  private static void ad(ObjectNode metadata, AppleObject of) {
    metadata.put("adId", of.slot().ad().id());
    metadata.put("adName", of.slot().ad().name());
    metadata.put("adServingStatus", of.serving());
    metadata.put("creativeType", "CUSTOM_PRODUCT_PAGE");
    metadata.put("adGroupId", of.slot().group().id());
    metadata.put("campaignId", of.campaign().id());
    metadata.put("deleted", of.isDeleted());
    metadata.put("orgId", of.slot().account().id());
  }
}
