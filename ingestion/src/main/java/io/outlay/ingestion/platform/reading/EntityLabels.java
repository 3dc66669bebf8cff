package io.outlay.ingestion.platform.reading;

import org.jspecify.annotations.Nullable;

/** Names of a row's campaign, ad group and ad as the report gives them; null where it does not. */
public record EntityLabels(
    @Nullable String campaignName,
    @Nullable String campaignStatus,
    @Nullable String adGroupName,
    @Nullable String adName) {

  /** No names. */
  public static final EntityLabels NONE = new EntityLabels(null, null, null, null);
}
