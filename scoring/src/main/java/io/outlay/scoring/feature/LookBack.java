package io.outlay.scoring.feature;

import io.outlay.scoring.feature.Computation.Between;
import io.outlay.scoring.feature.Computation.Contact;
import io.outlay.scoring.feature.Computation.DaysWith;
import io.outlay.scoring.feature.Computation.HighestLevel;
import io.outlay.scoring.feature.Computation.Imported;
import io.outlay.scoring.feature.Computation.Is;
import io.outlay.scoring.feature.Computation.Plus;
import io.outlay.scoring.feature.Computation.Ratio;
import io.outlay.scoring.feature.Computation.Since;
import io.outlay.scoring.feature.Computation.Total;
import io.outlay.scoring.feature.Computation.Trend;
import io.outlay.scoring.feature.Computation.Windowed;
import java.util.Collection;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How far back computations look. */
public final class LookBack {

  private LookBack() {}

  /** Lengths in days of all windows that features look at, each once, rising. */
  public static int[] windows(Collection<FeatureDefinition> features) {
    return features.stream()
        .flatMapToInt(feature -> windows(feature.computation()))
        .distinct()
        .sorted()
        .toArray();
  }

  /** Days of the longest window; null where it looks at everything. */
  static @Nullable Integer days(Computation computation) {
    return switch (computation) {
      case Ratio(Computation over, Computation under) -> longer(days(over), days(under));
      case Plus(Computation one, Computation other) -> longer(days(one), days(other));
      default -> {
        int longest = windows(computation).max().orElse(0);
        yield longest == 0 ? null : longest;
      }
    };
  }

  private static @Nullable Integer longer(@Nullable Integer one, @Nullable Integer other) {
    return one == null || other == null ? null : Integer.valueOf(Math.max(one, other));
  }

  private static IntStream windows(Computation computation) {
    return switch (computation) {
      case Windowed windowed -> IntStream.of(windowed.days());
      case DaysWith daysWith -> IntStream.of(daysWith.days());
      case Trend trend -> IntStream.of(trend.shortDays(), trend.longDays());
      case Ratio(Computation over, Computation under) ->
          IntStream.concat(windows(over), windows(under));
      case Plus(Computation one, Computation other) ->
          IntStream.concat(windows(one), windows(other));
      case Total all -> IntStream.empty();
      case Since all -> IntStream.empty();
      case Between all -> IntStream.empty();
      case Is all -> IntStream.empty();
      case HighestLevel all -> IntStream.empty();
      case Contact all -> IntStream.empty();
      case Imported all -> IntStream.empty();
    };
  }
}
