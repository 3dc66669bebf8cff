package io.outlay.domain.campaign;

import org.jspecify.annotations.Nullable;

/**
 * The same for a campaign by its outside names, as a CSV text gives them.
 *
 * @param line line of the text, for messages
 * @param channelKey key such as {@code META}
 * @param accountId external id of the ad account
 * @param campaignId external id of the campaign
 * @param value what the label shall tell; null takes it away
 */
public record NamedLabelSetting(
    int line,
    String channelKey,
    String accountId,
    String campaignId,
    String key,
    @Nullable String value) {

  /** Refuses keys and values that keep no form. */
  public NamedLabelSetting {
    Labels.requireKey("csv line " + line, key);
    if (value != null) {
      Labels.requireValue("csv line " + line + " " + key, value);
    }
  }
}
