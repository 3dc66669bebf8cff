package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.Reply;
import java.util.List;
import java.util.Set;

/** Which versions are answered, and which of the old ones quietly by a newer. */
final class MetaVersions {

  static final String WARNING = "X-Ad-Api-Version-Warning";

  private static final Set<String> LIVING = Set.of("v26.0", "v25.0");
  private static final Set<String> UPGRADED = Set.of("v24.0", "v23.0");

  private MetaVersions() {}

  static boolean isVersion(String part) {
    return part.matches("v\\d{1,3}\\.\\d");
  }

  /** Refuses calls to versions that are gone or unheard of. */
  static void check(String version) {
    if (LIVING.contains(version) || UPGRADED.contains(version)) {
      return;
    }
    int major = Integer.parseInt(version.substring(1, version.indexOf('.')));
    if (major > 26) {
      throw new MetaError(400, 2500, 0, "Unknown path components: /" + version).refusal();
    }
    throw new MetaError(
            400,
            2635,
            0,
            "(#2635) You are calling a deprecated version of the Ads API. Please update to the"
                + " latest version: v26.0.")
        .refusal();
  }

  static Reply warned(Call call, Reply reply) {
    String version = call.part(0);
    return UPGRADED.contains(version)
        ? reply.with(
            WARNING,
            "The call has been auto-upgraded to v25.0 as " + version + " has been deprecated.")
        : reply;
  }

  static List<String> pathBehind(Call call) {
    return isVersion(call.part(0)) ? call.path().subList(1, call.path().size()) : call.path();
  }
}
