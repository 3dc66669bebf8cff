package io.outlay.domain.performance;

/** What a report can be split by, besides time. */
public enum Dimension {
  CHANNEL,
  AD_ACCOUNT,
  CAMPAIGN,
  AD_GROUP,
  AD,
  CURRENCY,
  COUNTRY,
  AGE_RANGE,
  GENDER,
  DEVICE,
  LABEL
}
