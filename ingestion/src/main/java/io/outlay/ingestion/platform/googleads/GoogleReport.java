package io.outlay.ingestion.platform.googleads;

import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.PeriodReport;
import io.outlay.ingestion.platform.PlatformAccount;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.platform.reading.Accounts;
import io.outlay.ingestion.platform.reading.EntityKey;
import io.outlay.ingestion.platform.reading.EntityLabels;
import io.outlay.ingestion.platform.reading.EntityRow;
import io.outlay.ingestion.platform.reading.Fields;
import io.outlay.ingestion.platform.reading.Layer;
import io.outlay.ingestion.platform.reading.ReportAssembly;
import io.outlay.ingestion.platform.reading.Segments;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads kept streams of a report. */
record GoogleReport(
    RawFetch fetched, ReportRequest request, ActionMapping mapping, List<GooglePart> parts) {

  List<PeriodReport> read() {
    PlatformAccount account = GoogleAccount.of(fetched);
    Map<String, String> countries = GoogleCountries.of(fetched);
    List<Layer> layers = parts.stream().map(part -> layer(part, account, countries)).toList();
    return new ReportAssembly(
            request,
            parts.contains(GooglePart.AD) ? Level.AD : Level.CAMPAIGN,
            account.currencyCode(),
            GoogleCapabilities.REPORTED,
            Accounts.today(fetched, account).minus(GoogleCapabilities.LOOK_BACK))
        .assemble(layers);
  }

  private Layer layer(GooglePart part, PlatformAccount account, Map<String, String> countries) {
    Map<Place, Sum> sums = new LinkedHashMap<>();
    for (JsonNode row : GoogleValues.rows(fetched, part.word())) {
      checkOwner(row, account);
      sum(part, row, countries, sums).figures().add(row, distinction(row));
    }
    for (JsonNode row : GoogleValues.rows(fetched, part.actionsWord())) {
      checkOwner(row, account);
      sum(part, row, countries, sums).figures().addAction(row, distinction(row));
    }
    List<EntityRow> rows =
        sums.entrySet().stream()
            .filter(sum -> !part.isSegment() || sum.getKey().key().segment() != null)
            .map(sum -> sum.getValue().row(sum.getKey()))
            .toList();
    return part.isSegment() ? Layer.segments(rows) : Layer.entities(rows);
  }

  private Sum sum(
      GooglePart part, JsonNode row, Map<String, String> countries, Map<Place, Sum> sums) {
    Place place = new Place(begin(row), part.key(row).in(segment(part, row, countries)));
    return sums.computeIfAbsent(place, missing -> new Sum(labels(row), new GoogleFigures(mapping)));
  }

  /** Google names a month by its first day, also where the request begins within it. */
  private LocalDate begin(JsonNode row) {
    LocalDate begin = GoogleValues.begin(row, request.length());
    LocalDate from = request.days().from();
    boolean isCut = request.length() == PeriodLength.MONTH && begin.equals(from.withDayOfMonth(1));
    return isCut ? from : begin;
  }

  private static @Nullable String segment(
      GooglePart part, JsonNode row, Map<String, String> countries) {
    return switch (part) {
      case COUNTRY -> {
        String criterion = Fields.text(row.path("geographicView"), "countryCriterionId");
        yield criterion == null ? null : Segments.country(countries.get(criterion));
      }
      case DEVICE -> Segments.device(Fields.text(row.path("segments"), "device"));
      default -> null;
    };
  }

  /** Rows of one country come once for where people are and once for what they look for. */
  private String distinction(JsonNode row) {
    JsonNode place = row.path("geographicView");
    return request.view() == View.DELIVERY
        ? ""
        : Fields.text(place, "countryCriterionId")
            + " "
            + Fields.text(place, "locationType")
            + " "
            + Fields.text(row.path("segments"), "device");
  }

  private static EntityLabels labels(JsonNode row) {
    return new EntityLabels(
        Fields.text(row.path("campaign"), "name"),
        Fields.text(row.path("campaign"), "status"),
        Fields.text(row.path("adGroup"), "name"),
        Fields.text(row.path("adGroupAd").path("ad"), "name"));
  }

  private static void checkOwner(JsonNode row, PlatformAccount account) {
    JsonNode customer = row.path("customer");
    String id = Fields.text(customer, "id");
    if (id != null && !id.equals(account.externalId())) {
      throw Fields.unreadable("customer.id", id, account.externalId());
    }
    String currency = Fields.text(customer, "currencyCode");
    if (currency != null && !currency.equals(account.currencyCode())) {
      throw Fields.unreadable("customer.currencyCode", currency, account.currencyCode());
    }
  }

  private record Place(LocalDate begin, EntityKey key) {}

  private record Sum(EntityLabels labels, GoogleFigures figures) {
    EntityRow row(Place place) {
      return new EntityRow(place.begin(), place.key(), labels, figures.values());
    }
  }
}
