package io.outlay.domain.performance;

import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import reactor.core.publisher.Mono;

/** The stored slices of all organizations, and the one operation that changes them. */
public interface Slices {

  /**
   * Replaces stored slices by newer ones, whole, in one transaction, and moves the positions up to
   * which the log has been read along with them. A slice that is not newer than the stored one
   * changes nothing; where nothing changes at all, the data version stays.
   *
   * <p>Errors with {@link SliceRefused} when a slice contradicts what is stored, {@link
   * StalePosition} when the log has meanwhile been read by another or the database is another than
   * before; any error leaves everything as it was.
   *
   * @param organization whose slices they are
   * @param slices in the order to be applied
   * @param moves positions of the log that are reached with these slices
   */
  default Mono<Replaced> replace(
      OrganizationId organization, List<TextSlice> slices, List<LogPosition> moves) {
    return replace(organization, slices, moves, Mono.empty());
  }

  /**
   * The same, prepared while earlier slices are still being applied: rows are brought to the
   * database at once, and wait there for their turn before anything stored is looked at.
   *
   * @param turn completes when the slices before have been committed; may be subscribed repeatedly
   */
  Mono<Replaced> replace(
      OrganizationId organization,
      List<TextSlice> slices,
      List<LogPosition> moves,
      Mono<Void> turn);
}
