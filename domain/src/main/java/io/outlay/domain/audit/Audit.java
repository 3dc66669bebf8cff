package io.outlay.domain.audit;

import java.util.Optional;

/**
 * What of a change is to be written down. Whoever makes the change asks once it is made, and writes
 * the entry in the same transaction, so that neither exists without the other.
 *
 * @param <T> what the change tells about itself
 */
@FunctionalInterface
public interface Audit<T> {

  /** The entry; empty where nothing became different. */
  Optional<AuditEntry> of(T change);

  /** Writes nothing down: what Outlay does by itself. */
  static <T> Audit<T> none() {
    return change -> Optional.empty();
  }
}
