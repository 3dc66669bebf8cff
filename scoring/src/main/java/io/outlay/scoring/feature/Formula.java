package io.outlay.scoring.feature;

import io.outlay.domain.useractivity.Activity;
import io.outlay.domain.useractivity.Attribute;
import io.outlay.domain.useractivity.Measure;
import io.outlay.domain.useractivity.Moment;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A computation over summed-up activity, ready to be applied to many users. */
@FunctionalInterface
interface Formula {

  double DAY_MICROS = 86_400_000_000.0;

  /** The value; NaN for missing. */
  double of(Present user);

  /** The formula of a computation. */
  static Formula of(Computation computation) {
    return switch (computation) {
      case Windowed(Measure measure, int days) -> {
        double unit = unit(measure);
        yield user -> user.counts().sum(measure, days) / unit;
      }
      case DaysWith(Measure measure, int days) -> user -> user.counts().daysWith(measure, days);
      case Total(Measure measure) -> {
        double unit = unit(measure);
        yield user -> user.activity().total(measure) / unit;
      }
      case Since(Moment moment) -> user -> days(user.activity().moment(moment), user.at());
      case Between(Moment from, Moment to) -> user -> between(user.activity(), from, to);
      case Plus(Computation one, Computation other) -> plus(of(one), of(other));
      case Ratio(Computation over, Computation under) -> ratio(of(over), of(under));
      case Trend(Measure measure, int shortDays, int longDays) ->
          user ->
              trend(
                  user.counts().sum(measure, shortDays) / (double) shortDays,
                  user.counts().sum(measure, longDays) / (double) longDays);
      case Is(Attribute attribute, String value) ->
          user -> flag(user.activity().attribute(attribute), value);
      case HighestLevel highest -> user -> user.activity().highestLevel();
      case Contact(Computation.Contacts what) -> contacts(what);
      case Imported(String name) -> user -> user.imported(name);
    };
  }

  /** What a measure is divided by to be told: seconds as minutes, micros as major units. */
  private static double unit(Measure measure) {
    return switch (measure) {
      case SESSION_SECONDS -> 60;
      case PURCHASE_MICROS, REFUND_MICROS -> 1_000_000;
      default -> 1;
    };
  }

  private static Formula plus(Formula one, Formula other) {
    return user -> one.of(user) + other.of(user);
  }

  private static Formula ratio(Formula over, Formula under) {
    return user -> {
      double divisor = under.of(user);
      return divisor == 0 ? Double.NaN : over.of(user) / divisor;
    };
  }

  private static double trend(double recent, double before) {
    return before == 0 ? Double.NaN : recent / before;
  }

  private static double flag(@Nullable String told, String value) {
    if (told == null) {
      return Double.NaN;
    }
    return told.equals(value) ? 1 : 0;
  }

  private static double between(Activity activity, Moment from, Moment to) {
    Instant end = activity.moment(to);
    return end == null ? Double.NaN : days(activity.moment(from), end);
  }

  /** Never below 0: clocks of servers differ a little. */
  private static double days(@Nullable Instant from, Instant to) {
    if (from == null) {
      return Double.NaN;
    }
    long micros =
        (to.getEpochSecond() - from.getEpochSecond()) * 1_000_000
            + (to.getNano() / 1_000 - from.getNano() / 1_000);
    return Math.max(0, micros) / DAY_MICROS;
  }

  private static Formula contacts(Computation.Contacts what) {
    return switch (what) {
      case DEVICES -> user -> user.known().devices();
      case DEVICE_USERS -> user -> user.known().deviceUsers();
      case ADDRESSES -> user -> user.known().addresses();
      case ADDRESS_USERS -> user -> user.known().addressUsers();
    };
  }
}
