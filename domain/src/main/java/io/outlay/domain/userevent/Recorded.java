package io.outlay.domain.userevent;

import java.util.Set;

/**
 * What became of events that were to be stored.
 *
 * @param accepted number of events stored now
 * @param repeated ids of events that were stored before, or came twice in the call
 * @param expired ids of events older than events of their type are kept, which are not stored
 * @param erased ids of events that were known before their user was erased, which are not stored
 */
public record Recorded(
    int accepted, Set<String> repeated, Set<String> expired, Set<String> erased) {

  /** Nothing. */
  public static final Recorded NOTHING = new Recorded(0, Set.of(), Set.of(), Set.of());

  /** Copies the sets. */
  public Recorded {
    repeated = Set.copyOf(repeated);
    expired = Set.copyOf(expired);
    erased = Set.copyOf(erased);
  }
}
