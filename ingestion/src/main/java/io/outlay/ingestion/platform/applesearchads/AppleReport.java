package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Period;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.ingestion.platform.PeriodReport;
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
import io.outlay.ingestion.platform.reading.Periods;
import io.outlay.ingestion.platform.reading.ReportAssembly;
import io.outlay.ingestion.platform.reading.Segments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads kept pages of reports, in whichever dialect they were fetched. */
final class AppleReport {

  private final AppleAccount account;
  private final RawFetch fetched;
  private final ReportRequest request;
  private final ActionMapping mapping;

  AppleReport(
      AppleAccount account, RawFetch fetched, ReportRequest request, ActionMapping mapping) {
    this.account = account;
    this.fetched = fetched;
    this.request = request;
    this.mapping = mapping;
  }

  List<PeriodReport> read(List<AppleLevel> levels) {
    List<Layer> layers = new ArrayList<>();
    for (AppleLevel level : levels) {
      List<EntityRow> rows = rows(level);
      layers.add(level == AppleLevel.SEGMENTS ? Layer.segments(rows) : Layer.entities(rows));
    }
    layers.add(Layer.entities(totals(layers.getLast().rows())));
    return new ReportAssembly(
            request,
            levels.contains(AppleLevel.ADS) ? Level.AD : Level.CAMPAIGN,
            account.account().currencyCode(),
            AppleCapabilities.REPORTED,
            Accounts.today(fetched, account.account()).minus(AppleCapabilities.LOOK_BACK))
        .assemble(layers);
  }

  private List<EntityRow> rows(AppleLevel level) {
    List<EntityRow> rows = new ArrayList<>();
    for (Sheet sheet : sheets(level)) {
      for (JsonNode row : Fields.list(account.dialect().rows(sheet.body()))) {
        rows.addAll(rows(level, row, sheet.begin()));
      }
    }
    return rows;
  }

  private List<EntityRow> rows(AppleLevel level, JsonNode row, @Nullable LocalDate begin) {
    JsonNode metadata = row.path("metadata");
    checkOwner(metadata);
    EntityKey key = account.dialect().key(level, metadata);
    if (key == null) {
      return List.of(); // Apple does not say to which ad group: it stays in its campaign's rest
    }
    EntityLabels labels = account.dialect().labels(level, metadata);
    String breakdown = AppleQuestion.breakdown(request.view(), level);
    Map<List<@Nullable Object>, EntityRow> pieces = new LinkedHashMap<>();
    for (ApplePiece piece : account.dialect().pieces(row, breakdown)) {
      String segment = segment(piece.segment(), breakdown);
      if (breakdown == null || segment != null) {
        EntityRow found =
            new EntityRow(day(piece, begin), key.in(segment), labels, figures(piece.metrics()));
        refuseOther(pieces.put(keyOf(found), found), found);
      }
    }
    return List.copyOf(pieces.values());
  }

  private static List<@Nullable Object> keyOf(EntityRow row) {
    return List.of(row.begin(), row.key());
  }

  /** Apple's own example repeats a day; that is harmless only where it says the same. */
  private static void refuseOther(@Nullable EntityRow before, EntityRow now) {
    if (before != null && !before.equals(now)) {
      throw Fields.unreadable("a day", now.begin(), "each day of " + now.key() + " once");
    }
  }

  private static @Nullable String segment(@Nullable String word, @Nullable String breakdown) {
    if (breakdown == null) {
      return null;
    }
    return breakdown.equals("deviceClass") ? Segments.device(word) : Segments.country(word);
  }

  private static LocalDate day(ApplePiece piece, @Nullable LocalDate begin) {
    if (begin != null) {
      return begin;
    }
    if (piece.date() == null) {
      throw Fields.unreadable("the date of a day's figures", "missing", "a day");
    }
    return Fields.day(piece.date());
  }

  private MetricValues figures(JsonNode metrics) {
    return AppleFigures.of(metrics, mapping, account.account().currencyCode());
  }

  /** The account's own sum of each period; of days the sum of campaigns, for Apple has no other. */
  private List<EntityRow> totals(List<EntityRow> campaigns) {
    Map<LocalDate, EntityRow> totals = new LinkedHashMap<>();
    if (AppleReports.isDaily(request)) {
      campaigns.forEach(row -> add(totals, row.as(EntityKey.ACCOUNT)));
      return List.copyOf(totals.values());
    }
    for (Period period : Periods.of(request)) {
      for (Sheet sheet : sheets(AppleLevel.CAMPAIGNS)) {
        JsonNode total = account.dialect().grandTotal(sheet.body());
        if (total != null && period.firstDay().equals(sheet.begin())) {
          add(
              totals,
              new EntityRow(
                  period.firstDay(), EntityKey.ACCOUNT, EntityLabels.NONE, figures(total)));
        }
      }
    }
    return List.copyOf(totals.values());
  }

  private static void add(Map<LocalDate, EntityRow> totals, EntityRow row) {
    totals.merge(
        row.begin(),
        row,
        (one, two) ->
            new EntityRow(one.begin(), one.key(), one.labels(), one.metrics().plus(two.metrics())));
  }

  private void checkOwner(JsonNode metadata) {
    String owner = account.dialect().owner(metadata);
    if (owner != null && !owner.equals(account.number())) {
      throw Fields.unreadable("the account of a row", owner, account.number());
    }
  }

  /** Pages of a level with the first day of their sum; null where they are cut into days. */
  private List<Sheet> sheets(AppleLevel level) {
    String name = AppleQuestion.part(account.dialect().word(), level, null);
    List<Sheet> sheets = new ArrayList<>();
    for (RawPage page : fetched.pages()) {
      if (page.part().equals(name)) {
        sheets.add(new Sheet(Answers.json(page.body()), null));
      } else if (page.part().startsWith(name + "/")) {
        LocalDate begin = Fields.day(page.part().substring(name.length() + 1));
        sheets.add(new Sheet(Answers.json(page.body()), begin));
      }
    }
    return sheets;
  }

  private record Sheet(JsonNode body, @Nullable LocalDate begin) {}
}
