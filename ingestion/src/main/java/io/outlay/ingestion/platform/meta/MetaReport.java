package io.outlay.ingestion.platform.meta;

import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.ingestion.platform.PeriodReport;
import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.reading.Accounts;
import io.outlay.ingestion.platform.reading.EntityKey;
import io.outlay.ingestion.platform.reading.EntityLabels;
import io.outlay.ingestion.platform.reading.EntityRow;
import io.outlay.ingestion.platform.reading.Fields;
import io.outlay.ingestion.platform.reading.Layer;
import io.outlay.ingestion.platform.reading.ReportAssembly;
import io.outlay.ingestion.platform.reading.Segments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads kept pages of insights. */
record MetaReport(
    RawFetch fetched, ReportRequest request, ActionMapping mapping, List<MetaPart> parts) {

  List<PeriodReport> read() {
    PlatformAccount account = MetaAccount.of(fetched);
    List<Layer> layers = parts.stream().map(part -> layer(part, account)).toList();
    return new ReportAssembly(
            request,
            parts.contains(MetaPart.AD) ? Level.AD : Level.CAMPAIGN,
            account.currencyCode(),
            MetaCapabilities.DELIVERED,
            Accounts.today(fetched, account).minus(MetaCapabilities.LOOK_BACK))
        .assemble(layers);
  }

  private Layer layer(MetaPart part, PlatformAccount account) {
    List<EntityRow> rows = new ArrayList<>();
    for (RawPage page : Accounts.pagesOf(fetched, part.word())) {
      for (JsonNode row : Fields.list(Answers.json(page.body()).path("data"))) {
        checkOwner(row, account);
        rows.addAll(rows(part, row));
      }
    }
    return part.isSegment() ? Layer.segments(rows) : Layer.entities(rows);
  }

  private List<EntityRow> rows(MetaPart part, JsonNode row) {
    LocalDate begin = Fields.day(row, "date_start");
    EntityKey key = part.key(row);
    EntityLabels labels = labels(row);
    if (request.view() == View.ATTRIBUTION_WINDOW) {
      return MetaInsights.WINDOWS.stream()
          .map(
              window ->
                  new EntityRow(
                      begin, key.in(window), labels, MetaFigures.inWindow(row, mapping, window)))
          .toList();
    }
    String segment = part.isSegment() ? segment(row) : null;
    if (part.isSegment() && segment == null) {
      return List.of(); // what has no country is in the rest of its campaign
    }
    return List.of(
        new EntityRow(begin, key.in(segment), labels, MetaFigures.delivered(row, mapping)));
  }

  private @Nullable String segment(JsonNode row) {
    String word = Fields.text(row, MetaInsights.breakdown(request.view()));
    return request.view() == View.COUNTRY ? Segments.country(word) : Segments.device(word);
  }

  private static EntityLabels labels(JsonNode row) {
    return new EntityLabels(
        Fields.text(row, "campaign_name"),
        null,
        Fields.text(row, "adset_name"),
        Fields.text(row, "ad_name"));
  }

  private static void checkOwner(JsonNode row, PlatformAccount account) {
    String id = Fields.text(row, "account_id");
    if (id != null && !id.equals(account.externalId())) {
      throw Fields.unreadable("account_id", id, account.externalId());
    }
    String currency = Fields.text(row, "account_currency");
    if (currency != null && !currency.equals(account.currencyCode())) {
      throw Fields.unreadable("account_currency", currency, account.currencyCode());
    }
  }
}
