package io.outlay.domain.useractivity;

import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.UserEvent;
import org.jspecify.annotations.Nullable;

/**
 * Where a user came from, by the earliest sign-up or install that tells. The place of each is
 * stored: new ones come at the end.
 */
public enum Attribute {
  CHANNEL,
  CAMPAIGN,
  COUNTRY,
  PLATFORM;

  /** What an event tells of this; null for nothing. */
  public @Nullable String of(UserEvent event) {
    if (event.type() != EventType.SIGNED_UP && event.type() != EventType.INSTALL) {
      return null;
    }
    return switch (this) {
      case CHANNEL -> event.channel();
      case CAMPAIGN -> event.campaign();
      case COUNTRY -> event.country();
      case PLATFORM -> event.platform();
    };
  }
}
