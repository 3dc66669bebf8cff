package io.outlay.domain.spendimport.postgres;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.MetricValues;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The facts of one slice under their external names. */
final class StoredRows {

  static final String SQL =
      """
      SELECT c.external_id AS campaign, c.name AS campaign_name, c.status AS campaign_status,
             g.external_id AS ad_group, g.name AS ad_group_name, a.external_id AS ad, a.name AS ad_name,
             s.country, s.age_range, s.gender, s.device, f.currency_code,
      """
          + Arrays.stream(BaseMetric.values())
              .map(metric -> "f." + metric.column())
              .collect(Collectors.joining(", "))
          + """

           FROM fact f
           LEFT JOIN campaign c ON c.organization_id = f.organization_id AND c.campaign_id = f.campaign_id
           LEFT JOIN ad_group g ON g.organization_id = f.organization_id AND g.ad_group_id = f.ad_group_id
           LEFT JOIN ad a ON a.organization_id = f.organization_id AND a.ad_id = f.ad_id
           LEFT JOIN segment s ON s.organization_id = f.organization_id AND s.segment_id = f.segment_id
          WHERE f.organization_id = $1 AND f.day = $2 AND f.slice_id = $3\
          """;

  private StoredRows() {}

  static FactRow row(Readable row) {
    return new FactRow(
        text(row, "campaign"),
        text(row, "campaign_name"),
        text(row, "campaign_status"),
        text(row, "ad_group"),
        text(row, "ad_group_name"),
        text(row, "ad"),
        text(row, "ad_name"),
        text(row, "country"),
        text(row, "age_range"),
        text(row, "gender"),
        text(row, "device"),
        Objects.requireNonNull(text(row, "currency_code")),
        metrics(row));
  }

  private static MetricValues metrics(Readable row) {
    Map<BaseMetric, Long> values = new EnumMap<>(BaseMetric.class);
    for (BaseMetric metric : BaseMetric.values()) {
      Long value = row.get(metric.column(), Long.class);
      if (value != null) {
        values.put(metric, value);
      }
    }
    return MetricValues.of(values);
  }

  private static @Nullable String text(Readable row, String column) {
    return row.get(column, String.class);
  }
}
