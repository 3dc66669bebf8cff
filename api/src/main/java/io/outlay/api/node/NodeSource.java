package io.outlay.api.node;

import io.outlay.domain.organization.Viewer;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Finds objects of one type, many at once. */
public interface NodeSource {

  /** What it finds. */
  NodeType type();

  /**
   * The objects of these numbers that the caller may see, by number; others are left out.
   *
   * @param viewer who asks; a role that may not read the type gets nothing
   */
  Mono<? extends Map<Long, ?>> find(Viewer viewer, Set<Long> numbers);
}
