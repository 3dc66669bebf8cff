package io.outlay.api.paging;

import io.outlay.domain.error.BadRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which list is asked.
 *
 * @param list the list by its field and arguments, to which its cursors are bound
 * @param first most elements, from 0 to 500
 * @param after cursor to read on after; null for the first page
 */
public record PageRequest(String list, int first, @Nullable String after) {

  /** Most elements of a page. */
  public static final int LARGEST = 500;

  /** Refuses a page that is too large. */
  public PageRequest {
    if (first < 0 || first > LARGEST) {
      throw BadRequest.of("first", first, "a number from 0 to " + LARGEST);
    }
  }

  /**
   * A page of a list.
   *
   * @param field the list's name
   * @param arguments all that tells it from other lists; {@code first} and {@code after} do not
   */
  public static PageRequest of(
      String field, Map<String, Object> arguments, int first, @Nullable String after) {
    Map<String, Object> telling = new TreeMap<>(arguments);
    telling.remove("first");
    telling.remove("after");
    return new PageRequest(field + telling, first, after);
  }

  /**
   * Where the page before ended.
   *
   * @throws BadRequest when the cursor is not one of this list
   */
  public Optional<String> position(Cursors cursors) {
    return Optional.ofNullable(after).map(cursor -> cursors.read(list, cursor));
  }

  /** The number of the last element before the page, for a list ordered by number. */
  public Optional<Long> numberBefore(Cursors cursors) {
    return position(cursors).map(Long::valueOf);
  }
}
