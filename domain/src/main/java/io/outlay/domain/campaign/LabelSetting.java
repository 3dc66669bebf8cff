package io.outlay.domain.campaign;

import org.jspecify.annotations.Nullable;

/**
 * A label to give to a campaign or to take away.
 *
 * @param value what it shall tell; null takes the label away
 */
public record LabelSetting(long campaignId, String key, @Nullable String value) {

  /** Refuses keys and values that keep no form. */
  public LabelSetting {
    Labels.requireKey("key", key);
    if (value != null) {
      Labels.requireValue("value", value);
    }
  }
}
