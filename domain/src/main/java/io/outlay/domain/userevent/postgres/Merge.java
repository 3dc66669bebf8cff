package io.outlay.domain.userevent.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A user who turned out to be another one.
 *
 * @param former the one who is given up
 * @param survivor the one seen first, whose number stays
 * @param at when that became known
 */
record Merge(long former, long survivor, Instant at) {

  /**
   * Two users who turned out to be one.
   *
   * @param at when that became known
   */
  record Link(long one, long other, Instant at) {}

  /** All that follows from links, of chains too. */
  static List<Merge> of(List<Link> links) {
    List<Link> byTime = new ArrayList<>(links);
    byTime.sort((a, b) -> a.at().compareTo(b.at()));
    Map<Long, List<Long>> groups = new HashMap<>();
    Map<Long, Long> roots = new HashMap<>();
    Map<Long, Instant> known = new HashMap<>();
    for (Link link : byTime) {
      long one = roots.getOrDefault(link.one(), link.one());
      long other = roots.getOrDefault(link.other(), link.other());
      if (one != other) {
        long root = Math.min(one, other);
        long lost = Math.max(one, other);
        List<Long> joined = groups.computeIfAbsent(root, Merge::alone);
        for (long member : groups.getOrDefault(lost, alone(lost))) {
          joined.add(member);
          roots.put(member, root);
          known.put(member, link.at());
        }
        groups.remove(lost);
      }
    }
    return known.entrySet().stream()
        .map(e -> new Merge(e.getKey(), roots.getOrDefault(e.getKey(), 0L), e.getValue()))
        .toList();
  }

  private static List<Long> alone(long user) {
    return new ArrayList<>(List.of(user));
  }
}
