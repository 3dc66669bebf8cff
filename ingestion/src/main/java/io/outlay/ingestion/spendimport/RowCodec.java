package io.outlay.ingestion.spendimport;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.FactRow;
import io.outlay.domain.performance.MetricValues;
import io.outlay.domain.performance.Period;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes understood rows to temporary files and reads them back. The form lives no longer than one
 * process.
 */
final class RowCodec {

  private static final BaseMetric[] METRICS = BaseMetric.values();

  private RowCodec() {}

  /** Writes all but line and fingerprint. */
  static void write(SpendRow row, DataOutput out) throws IOException {
    writeText(row.place().accountId(), out);
    out.writeInt((int) row.place().period().firstDay().toEpochDay());
    out.writeInt((int) row.place().period().lastDay().toEpochDay());
    writeText(row.accountName(), out);
    writeText(row.labels().title(), out);
    writeText(row.labels().country(), out);
    writeText(row.labels().purpose(), out);
    writeFact(row.fact(), out);
  }

  static SpendRow read(long line, long fingerprint, DataInput in) throws IOException {
    String accountId = readName(in);
    Period period =
        new Period(LocalDate.ofEpochDay(in.readInt()), LocalDate.ofEpochDay(in.readInt()));
    String accountName = readText(in);
    CampaignLabels labels = CampaignLabels.of(readText(in), readText(in), readText(in));
    return new SpendRow(
        line, fingerprint, new SlicePlace(accountId, period), accountName, 0, labels, readFact(in));
  }

  private static void writeFact(FactRow fact, DataOutput out) throws IOException {
    writeText(fact.campaignId(), out);
    writeText(fact.campaignName(), out);
    writeText(fact.campaignStatus(), out);
    writeText(fact.adGroupId(), out);
    writeText(fact.adGroupName(), out);
    writeText(fact.adId(), out);
    writeText(fact.adName(), out);
    writeText(fact.country(), out);
    writeText(fact.ageRange(), out);
    writeText(fact.gender(), out);
    writeText(fact.device(), out);
    writeText(fact.currencyCode(), out);
    out.writeInt(fact.metrics().reported());
    for (BaseMetric metric : METRICS) {
      if (fact.metrics().isReported(metric)) {
        out.writeLong(fact.metrics().orZero(metric));
      }
    }
  }

  private static FactRow readFact(DataInput in) throws IOException {
    return new FactRow(
        readText(in),
        readText(in),
        readText(in),
        readText(in),
        readText(in),
        readText(in),
        readText(in),
        readText(in),
        readText(in),
        readText(in),
        readText(in),
        readName(in),
        readMetrics(in));
  }

  private static MetricValues readMetrics(DataInput in) throws IOException {
    int reported = in.readInt();
    Map<BaseMetric, Long> values = new EnumMap<>(BaseMetric.class);
    for (BaseMetric metric : METRICS) {
      if ((reported & metric.bit()) != 0) {
        values.put(metric, in.readLong());
      }
    }
    return MetricValues.of(values);
  }

  private static void writeText(@Nullable String text, DataOutput out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String readText(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String readName(DataInput in) throws IOException {
    String text = readText(in);
    if (text == null) {
      throw new IOException("a temporary file of an import is damaged");
    }
    return text;
  }
}
