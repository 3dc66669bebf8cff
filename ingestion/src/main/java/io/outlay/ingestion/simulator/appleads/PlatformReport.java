package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.BillingCurrency;
import io.outlay.ingestion.simulator.world.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a report as Platform v1 does: one row for an entity, groups inside its pieces. */
final class PlatformReport {

  private final ReportQuery query;
  private final BillingCurrency currency;
  private final LocalDate today;

  PlatformReport(ReportQuery query, BillingCurrency currency, LocalDate today) {
    this.query = query;
    this.currency = currency;
    this.today = today;
  }

  ObjectNode write(List<ReportRow> rows, boolean grandTotal, int offset) {
    Map<Long, List<ReportRow>> entities = new LinkedHashMap<>();
    for (ReportRow row : rows) {
      long id = query.level().idOf(row.slot());
      entities.computeIfAbsent(id, key -> new ArrayList<>()).add(row);
    }
    ObjectNode body = Json.object();
    ObjectNode result = body.putObject("result");
    ArrayNode list = result.putArray("rows");
    entities.values().stream()
        .skip(offset)
        .limit(query.limit())
        .forEach(groups -> list.add(row(groups)));
    if (grandTotal) {
      metrics(result.putObject("summary").putObject("grandTotal"), total(rows));
    }
    body.set("pagination", pagination(entities.size(), query.offset(), query.limit()));
    return body;
  }

  static ObjectNode pagination(int total, int offset, int size) {
    return Json.object().put("totalCount", total).put("offset", offset).put("pageSize", size);
  }

  private static Figures total(List<ReportRow> rows) {
    return rows.stream().map(ReportRow::total).reduce(Figures.none(), Figures::plus);
  }

  private ObjectNode row(List<ReportRow> groups) {
    ObjectNode row = Json.object();
    row.set("metadata", metadata(new AppleObject(groups.getFirst().slot(), today)));
    metrics(row.putObject("totalMetrics"), total(groups));
    boolean cut = query.granularity() != Granularity.NONE || !query.groupBy().isEmpty();
    if (cut) {
      ArrayNode pieces = row.putArray("granularMetrics");
      groups.forEach(group -> group.pieces().forEach(piece -> piece(pieces, piece, group)));
    }
    return row;
  }

  private void piece(ArrayNode pieces, ReportRow.Piece piece, ReportRow group) {
    if (piece.figures().isNothing()) {
      return;
    }
    ObjectNode written = pieces.addObject();
    if (query.granularity() != Granularity.NONE) {
      written.put("date", piece.date());
    }
    if (group.other()) {
      written.put("other", true);
    } else if (!group.group().isEmpty()) {
      written.put(query.groupBy(), group.group());
    }
    metrics(written, piece.figures());
  }

  private void metrics(ObjectNode written, Figures figures) {
    new AppleMetrics(figures, currency, true, true).writeTo(written);
  }

  private ObjectNode metadata(AppleObject of) {
    ObjectNode metadata = Json.object();
    switch (query.level()) {
      case CAMPAIGN -> metadata.put("id", of.campaign().id()).put("name", of.name());
      case AD_GROUP ->
          metadata.put("id", of.slot().group().id()).put("name", of.slot().group().name());
      case AD -> metadata.put("id", of.slot().ad().id()).put("name", of.slot().ad().name());
    }
    metadata.put("adAccountId", of.slot().account().adAccountId());
    if (query.level() == AppleLevel.CAMPAIGN) {
      PlatformObjects.promoted(metadata, of);
      metadata.putObject("promotedObject").put("name", of.campaign().plan().title().name());
      PlatformObjects.strategy(metadata);
    } else {
      metadata.put("campaignId", of.campaign().id());
    }
    if (query.level() == AppleLevel.AD) {
      metadata.put("adGroupId", of.slot().group().id());
      metadata.set("creative", PlatformObjects.creative(of));
    }
    metadata.put("status", of.status());
    metadata.put("deleted", of.isDeleted());
    return metadata;
  }
}
