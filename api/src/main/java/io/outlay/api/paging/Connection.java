package io.outlay.api.paging;

import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.graphql.paging.Cursors.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One page of a list. Cursors are signed when they are asked for. */
public class Connection<T> {

  private final List<T> nodes;
  private final boolean hasNext;
  private final PageRequest page;
  private final Cursors cursors;
  private final Function<T, Position> position;

  /**
   * A page whose end is known.
   *
   * @param position where an element stands, as the list's next look-up understands it
   */
  public Connection(
      List<T> nodes,
      boolean hasNext,
      PageRequest page,
      Cursors cursors,
      Function<T, Position> position) {
    this.nodes = List.copyOf(nodes);
    this.hasNext = hasNext;
    this.page = page;
    this.cursors = cursors;
    this.position = position;
  }

  /**
   * A page of what was read, from a list that has no version.
   *
   * @param read up to one element more than the page may hold; that one only tells that more follow
   */
  public static <T> Connection<T> of(
      List<T> read, PageRequest page, Cursors cursors, Function<T, String> place) {
    boolean hasNext = read.size() > page.first();
    List<T> nodes = hasNext ? read.subList(0, page.first()) : read;
    return new Connection<>(
        nodes, hasNext, page, cursors, element -> new Position(0, place.apply(element)));
  }

  /** A page of a list in the order of numbers, rising or falling. */
  public static <T> Connection<T> byNumber(
      List<T> read, PageRequest page, Cursors cursors, ToLongFunction<T> number) {
    return of(read, page, cursors, element -> Long.toString(number.applyAsLong(element)));
  }

  /** Elements alone. */
  public List<T> getNodes() {
    return nodes;
  }

  /** Elements with their cursors. */
  public List<Edge<T>> getEdges() {
    List<Edge<T>> edges = new ArrayList<>(nodes.size());
    nodes.forEach(node -> edges.add(new Edge<>(cursor(node), node)));
    return edges;
  }

  /** Where the page stands. */
  public PageInfo getPageInfo() {
    @Nullable String start = nodes.isEmpty() ? null : cursor(nodes.getFirst());
    @Nullable String end = nodes.isEmpty() ? null : cursor(nodes.getLast());
    return new PageInfo(hasNext, page.after() != null, start, end);
  }

  private String cursor(T node) {
    return page.cursor(cursors, position.apply(node));
  }
}
