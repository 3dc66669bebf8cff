package io.outlay.domain.version;

import io.outlay.domain.organization.OrganizationId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every organization's current data version, known without asking the database as far as may be.
 */
public interface DataVersions {

  /**
   * The version now: at most a second old where another process raised it. Errors when the database
   * must be asked and is away; empty when there is no such organization.
   */
  Mono<DataVersion> current(OrganizationId organization);

  /** The same where nobody has to be asked; null where the database must be. */
  @Nullable DataVersion known(OrganizationId organization);

  /**
   * Changes from now on, in order, until cancelled. A slow subscriber gets the latest only: it may
   * miss numbers between, never the last, and holds up nobody. Several changes at once come as one.
   */
  Flux<DataVersion> changes(OrganizationId organization);

  /** Tells at once what this process has just committed itself. */
  void committed(DataVersionRaised raised);
}
