package io.outlay.ingestion.platform.googleads;

import io.outlay.domain.money.Micros;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.reading.Accounts;
import io.outlay.ingestion.platform.reading.Fields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values of Google's rows. */
final class GoogleValues {

  private static final int MICRO_DIGITS = 6;

  private GoogleValues() {}

  /** All rows of a part, over its batches. */
  static List<JsonNode> rows(RawFetch fetched, String part) {
    List<JsonNode> rows = new ArrayList<>();
    for (RawPage page : Accounts.pagesOf(fetched, part)) {
      for (JsonNode batch : Fields.list(Answers.json(page.body()))) {
        rows.addAll(Fields.list(batch.path("results")));
      }
    }
    return rows;
  }

  /** Id of one of a row's objects. */
  static String id(JsonNode row, String object) {
    return Fields.requiredText(row.path(object), "id");
  }

  /** First day of a row's period. */
  static LocalDate begin(JsonNode row, PeriodLength length) {
    String segment =
        switch (length) {
          case DAY -> "date";
          case WEEK -> "week";
          case MONTH -> "month";
        };
    return Fields.day(row.path("segments"), segment);
  }

  /** An amount of micros in major units; null where it is absent. */
  static @Nullable BigDecimal money(JsonNode object, String field) {
    BigDecimal micros = Fields.number(object, field);
    return micros == null ? null : micros.movePointLeft(MICRO_DIGITS);
  }

  /** An amount of micros as it is; null where it is absent or zero. */
  static @Nullable Long micros(JsonNode object, String field) {
    BigDecimal money = money(object, field);
    return money == null || money.signum() == 0 ? null : (Long) Micros.of(money);
  }
}
