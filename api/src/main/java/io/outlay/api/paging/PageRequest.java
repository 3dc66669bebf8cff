package io.outlay.api.paging;

import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.graphql.paging.Page;
import io.outlay.domain.organization.OrganizationId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which list is asked.
 *
 * @param organization whose list it is
 * @param list the list by its field and arguments, to which its cursors are bound
 * @param first most elements
 * @param after cursor to read on after; null for the first page
 */
public record PageRequest(
    OrganizationId organization, String list, int first, @Nullable String after) {

  /**
   * A page of a list.
   *
   * @param field the list's name
   * @param arguments all that tells it from other lists; {@code first} and {@code after} do not
   * @throws io.outlay.domain.error.BadRequest when {@code first} is out of range
   */
  public static PageRequest of(
      OrganizationId organization, String field, Map<String, Object> arguments) {
    Map<String, Object> telling = new TreeMap<>(arguments);
    Object first = telling.remove("first");
    Object after = telling.remove("after");
    return new PageRequest(
        organization,
        field + telling,
        Page.checked("first", (Integer) first),
        after == null ? null : after.toString());
  }

  /**
   * Where the page before ended.
   *
   * @throws io.outlay.domain.error.BadRequest when the cursor is not one of this list
   */
  public Optional<Cursors.Position> position(Cursors cursors) {
    return Optional.ofNullable(after).map(cursor -> cursors.decode(organization, list, cursor));
  }

  /** The number of the last element before the page, for a list in the order of numbers. */
  public Optional<Long> numberBefore(Cursors cursors) {
    return position(cursors).map(Cursors.Position::place).map(Long::valueOf);
  }

  /** The cursor of a place in the list. */
  String cursor(Cursors cursors, Cursors.Position position) {
    return cursors.encode(organization, list, position);
  }
}
