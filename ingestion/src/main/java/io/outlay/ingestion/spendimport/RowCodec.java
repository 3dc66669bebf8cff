package io.outlay.ingestion.spendimport;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Period;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * Writes understood rows to temporary files and reads them back. The form lives no longer than one
 * process.
 */
final class RowCodec {

  private static final BaseMetric[] METRICS = BaseMetric.values();

  private RowCodec() {}

  /** Writes all but line and fingerprint. */
  static void write(SpendRow row, RowBytes out) {
    out.writeText(row.place().accountId());
    out.writeInt((int) row.place().period().firstDay().toEpochDay());
    out.writeInt((int) row.place().period().lastDay().toEpochDay());
    out.writeText(row.accountName());
    out.writeText(row.labels().title());
    out.writeText(row.labels().country());
    out.writeText(row.labels().purpose());
    writeFact(row.fact(), out);
  }

  static SpendRow read(long line, long fingerprint, RowBytes in) throws IOException {
    String accountId = in.readName();
    Period period =
        new Period(LocalDate.ofEpochDay(in.readInt()), LocalDate.ofEpochDay(in.readInt()));
    String accountName = in.readText();
    CampaignLabels labels = CampaignLabels.of(in.readText(), in.readText(), in.readText());
    return new SpendRow(
        line, fingerprint, new SlicePlace(accountId, period), accountName, 0, labels, readFact(in));
  }

  private static void writeFact(FactRow fact, RowBytes out) {
    out.writeText(fact.campaignId());
    out.writeText(fact.campaignName());
    out.writeText(fact.campaignStatus());
    out.writeText(fact.adGroupId());
    out.writeText(fact.adGroupName());
    out.writeText(fact.adId());
    out.writeText(fact.adName());
    out.writeText(fact.country());
    out.writeText(fact.ageRange());
    out.writeText(fact.gender());
    out.writeText(fact.device());
    out.writeText(fact.currencyCode());
    out.writeInt(fact.metrics().reported());
    for (BaseMetric metric : METRICS) {
      if (fact.metrics().isReported(metric)) {
        out.writeLong(fact.metrics().orZero(metric));
      }
    }
  }

  private static FactRow readFact(RowBytes in) throws IOException {
    return new FactRow(
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readName(),
        readMetrics(in));
  }

  private static MetricValues readMetrics(RowBytes in) throws IOException {
    int reported = in.readInt();
    Map<BaseMetric, Long> values = new EnumMap<>(BaseMetric.class);
    for (BaseMetric metric : METRICS) {
      if ((reported & metric.bit()) != 0) {
        values.put(metric, in.readLong());
      }
    }
    return MetricValues.of(values);
  }
}
