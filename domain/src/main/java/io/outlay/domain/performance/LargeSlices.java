package io.outlay.domain.performance;

import io.outlay.domain.organization.OrganizationId;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Written slices that are too large for one record of the log. */
public interface LargeSlices {

  /** Keeps the bytes; completes with their identity when they are committed. */
  Mono<UUID> store(OrganizationId organization, byte[] bytes);

  /** The bytes; empty when they are not kept (any more). */
  Mono<byte[]> load(OrganizationId organization, UUID id);
}
