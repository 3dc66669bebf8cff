package io.outlay.api.graphql.cache;

import io.outlay.domain.organization.OrganizationId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What an answer made of versioned data depends on beside the question and the caller. */
@FunctionalInterface
public interface DataState {

  /**
   * A short text that differs whenever the same question could have another answer: the data's
   * version and the days on which its accounts now live. Empty where it cannot be told; then
   * nothing is cached.
   */
  Mono<String> of(OrganizationId organization);

  /** The same where nothing has to be asked; null where it has to be. */
  default @Nullable String atHand(OrganizationId organization) {
    return null;
  }
}
