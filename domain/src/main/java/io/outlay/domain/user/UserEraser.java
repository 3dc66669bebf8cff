package io.outlay.domain.user;

import reactor.core.publisher.Mono;

/**
 * Removes a user from one store. Each part of Outlay that keeps something of users has one; an
 * erasure asks all of them, and asks them again after a crash.
 */
public interface UserEraser {

  /** Name of the store, for the report: words such as {@code predictions}. */
  String store();

  /** Removes what there is of the user; gives the number of rows, files or records removed. */
  Mono<Long> erase(ErasedUser user);
}
