package io.outlay.ingestion.spendimport;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.FactRow;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rows down for people who check whether a file was understood. */
final class UnderstoodRows {

  private UnderstoodRows() {}

  static FileReport.UnderstoodRow of(SpendRow row) {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, SpendField.ACCOUNT_ID, row.place().accountId());
    put(values, SpendField.ACCOUNT_NAME, row.accountName());
    putFact(values, row.fact());
    put(values, SpendField.LABEL_TITLE, row.labels().title());
    put(values, SpendField.LABEL_COUNTRY, row.labels().country());
    put(values, SpendField.LABEL_PURPOSE, row.labels().purpose());
    row.fact()
        .metrics()
        .toMap()
        .forEach((metric, value) -> values.put(metric.fieldName(), text(metric, value)));
    return new FileReport.UnderstoodRow(row.line(), row.place().period(), values);
  }

  private static void putFact(Map<String, String> values, FactRow fact) {
    put(values, SpendField.CAMPAIGN_ID, fact.campaignId());
    put(values, SpendField.CAMPAIGN_NAME, fact.campaignName());
    put(values, SpendField.CAMPAIGN_STATUS, fact.campaignStatus());
    put(values, SpendField.AD_GROUP_ID, fact.adGroupId());
    put(values, SpendField.AD_GROUP_NAME, fact.adGroupName());
    put(values, SpendField.AD_ID, fact.adId());
    put(values, SpendField.AD_NAME, fact.adName());
    put(values, SpendField.COUNTRY, fact.country());
    put(values, SpendField.AGE_RANGE, fact.ageRange());
    put(values, SpendField.GENDER, fact.gender());
    put(values, SpendField.DEVICE, fact.device());
    put(values, SpendField.CURRENCY, fact.currencyCode());
  }

  private static void put(Map<String, String> values, SpendField field, @Nullable String value) {
    if (value != null) {
      values.put(field.fieldName(), value);
    }
  }

  private static String text(BaseMetric metric, long value) {
    if (metric.storage() == BaseMetric.Storage.COUNT) {
      return Long.toString(value);
    }
    BigDecimal amount = BigDecimal.valueOf(value, 6).stripTrailingZeros();
    return amount.toPlainString();
  }
}
