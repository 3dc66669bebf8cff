package io.outlay.ingestion.platform.applesearchads;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.platform.ActionMapping;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which of Apple's counts are what. Each is a sum of parts, and no part may be counted twice. */
final class AppleMapping {

  static final ActionMapping DEFAULT =
      new ActionMapping(
          ConversionKind.INSTALL,
          Map.of(
              "tapInstalls", ConversionKind.INSTALL,
              "tapPreOrdersPlaced", ConversionKind.PRE_REGISTRATION),
          "30 days after a tap; views of the last day apart");

  private static final Map<String, Set<String>> PARTS =
      Map.ofEntries(
          Map.entry("tapInstalls", Set.of("tapNew", "tapAgain")),
          Map.entry("viewInstalls", Set.of("viewNew", "viewAgain")),
          Map.entry("totalInstalls", Set.of("tapNew", "tapAgain", "viewNew", "viewAgain")),
          Map.entry("tapNewDownloads", Set.of("tapNew")),
          Map.entry("tapRedownloads", Set.of("tapAgain")),
          Map.entry("viewNewDownloads", Set.of("viewNew")),
          Map.entry("viewRedownloads", Set.of("viewAgain")),
          Map.entry("totalNewDownloads", Set.of("tapNew", "viewNew")),
          Map.entry("totalRedownloads", Set.of("tapAgain", "viewAgain")),
          Map.entry("tapPreOrdersPlaced", Set.of("tapOrder")),
          Map.entry("viewPreOrdersPlaced", Set.of("viewOrder")),
          Map.entry("totalPreOrdersPlaced", Set.of("tapOrder", "viewOrder")));

  private AppleMapping() {}

  /** Refuses unknown counts, and two of which one contains a part of the other. */
  static void check(ActionMapping mapping) {
    Map<String, String> owners = new TreeMap<>();
    for (String action : new TreeSet<>(mapping.kinds().keySet())) {
      Set<String> parts = PARTS.get(action);
      if (parts == null) {
        throw BadRequest.of(
            "mapping", action, "one of " + String.join(", ", new TreeSet<>(PARTS.keySet())));
      }
      for (String part : parts) {
        String other = owners.put(part, action);
        if (other != null) {
          throw new BadRequest(
              "The mapping names %s and %s, which count some of the same; name one of them."
                  .formatted(other, action));
        }
      }
    }
  }
}
