package io.outlay.scoring.outcome;

import io.outlay.domain.useractivity.Measure;
import io.outlay.scoring.feature.Computation;
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
import io.outlay.scoring.feature.FeatureSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Features of users of the past. Those of contacts and imported ones are not known here. */
final class PastFeatures {

  private static final double DAY_MICROS = UtcDays.DAY_SECONDS * 1_000_000.0;

  private PastFeatures() {}

  /** Values in the order of the features; NaN for missing. */
  static float[] of(FeatureSet features, PastUser user) {
    float[] values = new float[features.definitions().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) value(features.definitions().get(i).computation(), user);
    }
    return values;
  }

  private static double value(Computation computation, PastUser user) {
    return switch (computation) {
      case Windowed(var measure, int window) -> told(measure, user.sum(measure, window));
      case DaysWith(var measure, int window) -> user.daysWith(measure, window);
      case Total(var measure) -> told(measure, user.total(measure));
      case Since(var moment) -> days(user.moment(moment), user.at());
      case Between(var from, var to) -> days(user.moment(from), user.moment(to));
      case Plus(var one, var other) -> value(one, user) + value(other, user);
      case Ratio(var over, var under) -> quotient(value(over, user), value(under, user));
      case Trend trend ->
          quotient(
              (double) user.sum(trend.measure(), trend.shortDays()) / trend.shortDays(),
              (double) user.sum(trend.measure(), trend.longDays()) / trend.longDays());
      case Is is -> is(user.attribute(is.attribute()), is.value());
      case HighestLevel highest -> user.highestLevel();
      case Contact contact -> Double.NaN;
      case Imported imported -> Double.NaN;
    };
  }

  private static double told(Measure measure, long counted) {
    return switch (measure) {
      case SESSION_SECONDS -> counted / 60.0;
      case PURCHASE_MICROS, REFUND_MICROS -> counted / 1e6;
      default -> counted;
    };
  }

  private static double quotient(double over, double under) {
    return under == 0 ? Double.NaN : over / under;
  }

  private static double is(@Nullable String told, String value) {
    return told == null ? Double.NaN : told.equals(value) ? 1 : 0;
  }

  private static double days(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null
        ? Double.NaN
        : Math.max(0, UtcDays.micros(to) - UtcDays.micros(from)) / DAY_MICROS;
  }
}
