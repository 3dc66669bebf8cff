package io.outlay.domain.userevent;

import java.time.Instant;

/**
 * An event as part of what is known of a user.
 *
 * @param userId number of the user it belongs to
 * @param knownAt since when it is known to be that user's: when it was recorded, or when the id it
 *     came with was linked to the user, whichever was later
 * @param event what happened; only what features and outcomes look at is set. A purchase counts in
 *     it when it is the first recorded report of its order, whenever that is looked at
 */
public record KnownEvent(long userId, Instant knownAt, UserEvent event) {}
