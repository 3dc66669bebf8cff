package io.outlay.scoring.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.useractivity.Activity;
import io.outlay.domain.useractivity.ActivityCodec;
import io.outlay.domain.useractivity.UserActivity;
import io.outlay.domain.userevent.UserEvent;
import io.outlay.scoring.feature.FeatureCatalogue;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.feature.FeatureValues;
import io.outlay.scoring.feature.LookBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A history is replayed in the order of its recording; at many times the value at serving, the
 * value a training table would have for that time, made from the whole history afterwards, and a
 * plain recount must be the same.
 */
class ParityTests {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final FeatureSet ALL = new FeatureSet(FeatureCatalogue.all());
  private static final int DAYS = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void servingTrainingAndARecountAgreeAtAnyTime(long seed) {
    Random random = new Random(seed);
    List<UserEvent> history = SampleEvents.seeded(random, START, DAYS, 100 + random.nextInt(500));
    List<UserEvent> byRecording = new ArrayList<>(history);
    byRecording.sort(Comparator.comparing(UserEvent::recordedAt));

    Activity activity = Activity.none();
    int next = 0;
    for (Instant at : times(random)) {
      List<UserEvent> since = new ArrayList<>();
      while (next < byRecording.size() && !byRecording.get(next).recordedAt().isAfter(at)) {
        since.add(byRecording.get(next++));
      }
      activity = ActivityCodec.decode(ActivityCodec.encode(activity.with(since)));
      if (next > 0) {
        compare(served(activity, at), trained(history, at), Recount.of(history, at).features());
      }
    }
  }

  private static List<Instant> times(Random random) {
    return random
        .longs(60, 0, (DAYS + 100) * 86_400_000_000L)
        .sorted()
        .mapToObj(micros -> START.plusNanos(micros * 1_000))
        .toList();
  }

  private static float[] served(Activity activity, Instant at) {
    UserActivity known = new UserActivity(1, 1, at, activity, 0, 0, 0, 0, Map.of());
    return new FeatureValues(ALL, at, false).of(known).values();
  }

  private static float[] trained(List<UserEvent> history, Instant at) {
    PastUser past = new PastUser(at, LookBack.windows(ALL.definitions()));
    history.forEach(event -> past.add(SampleEvents.known(event)));
    return PastFeatures.of(ALL, past);
  }

  private static void compare(float[] served, float[] trained, Map<String, Float> recounted) {
    Set<String> others = Set.of("devices", "device_users", "addresses", "address_users");
    for (int i = 0; i < served.length; i++) {
      String name = ALL.names().get(i);
      if (others.contains(name)) {
        continue; // told by other users' events, not by these
      }
      assertThat(Float.valueOf(trained[i]))
          .as(name + " in training")
          .isEqualTo(Float.valueOf(served[i]));
      if (recounted.containsKey(name)) {
        assertThat(recounted.get(name)).as(name + " recounted").isEqualTo(Float.valueOf(served[i]));
      }
    }
    assertThat(ALL.names()).containsAll(recounted.keySet());
  }
}
