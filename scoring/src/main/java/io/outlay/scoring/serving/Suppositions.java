package io.outlay.scoring.serving;

import io.outlay.domain.error.BadRequest;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.feature.UserFeatures;
import java.util.List;
import java.util.Map;

/** Features as they are not. */
final class Suppositions {

  private Suppositions() {}

  /** The user's features with some values replaced. */
  static UserFeatures apply(FeatureSet features, UserFeatures user, Map<String, Float> values) {
    List<String> names = features.names();
    float[] supposed = user.values().clone();
    values.forEach(
        (name, value) -> {
          int place = names.indexOf(name);
          if (place < 0) {
            throw BadRequest.of(
                "hypothetical.feature", name, "one of the model's: " + String.join(", ", names));
          }
          supposed[place] = value;
        });
    return new UserFeatures(
        user.userId(), user.version(), user.at(), user.knownTo(), supposed, user.stale());
  }
}
