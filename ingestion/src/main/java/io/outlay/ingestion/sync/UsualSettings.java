package io.outlay.ingestion.sync;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.platform.AccessSettings;
import io.outlay.domain.platform.ActionMapping;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.ingestion.platform.AdPlatform;
import io.outlay.ingestion.platform.PlatformCapabilities;
import io.outlay.ingestion.platform.PlatformFailure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What an account is collected by where nobody said otherwise.
 *
 * @param syncEvery time between two syncs
 * @param history how far back an account is read at first
 */
public record UsualSettings(Duration syncEvery, Period history) {

  /** Hourly, and 13 months back. */
  public static final UsualSettings DEFAULT =
      new UsualSettings(Duration.ofHours(1), Period.ofMonths(13));

  private static final int LONGEST_BASIS = 200;

  AccessSettings settings(
      AdPlatform platform, ConnectRequest.Wishes wishes, String timeZone, Instant now) {
    PlatformCapabilities capabilities = platform.capabilities();
    LocalDate today = LocalDate.ofInstant(now, zone(timeZone));
    int lookBack = or(wishes.lookBackDays(), days(capabilities.lookBack(), today));
    return checked(
        platform,
        new AccessSettings(
            or(wishes.apiVersion(), capabilities.apiVersions().getFirst()),
            mapping(platform.defaultMapping(), wishes),
            lookBack,
            or(
                wishes.longestWindowDays(),
                Math.max(lookBack, days(capabilities.longestWindow(), today))),
            or(wishes.syncEvery(), syncEvery),
            or(wishes.historyFrom(), today.minus(history)),
            or(wishes.takesOver(), false)),
        today);
  }

  AccessSettings changed(AdPlatform platform, PlatformAccess access, ConnectRequest.Wishes wishes) {
    AccessSettings now = access.settings();
    return checked(
        platform,
        new AccessSettings(
            or(wishes.apiVersion(), now.apiVersion()),
            mapping(now.mapping(), wishes),
            or(wishes.lookBackDays(), now.lookBackDays()),
            or(wishes.longestWindowDays(), now.longestWindowDays()),
            or(wishes.syncEvery(), now.syncEvery()),
            or(wishes.historyFrom(), now.historyFrom()),
            or(wishes.takesOver(), now.takesOver())),
        LocalDate.MAX);
  }

  private static ActionMapping mapping(ActionMapping usual, ConnectRequest.Wishes wishes) {
    return new ActionMapping(
        or(wishes.goal(), usual.goal()),
        or(wishes.kinds(), usual.kinds()),
        or(wishes.attributionBasis(), usual.attributionBasis()));
  }

  private static AccessSettings checked(
      AdPlatform platform, AccessSettings settings, LocalDate today) {
    if (!platform.capabilities().apiVersions().contains(settings.apiVersion())) {
      throw BadRequest.of(
          "apiVersion", settings.apiVersion(), "one of " + platform.capabilities().apiVersions());
    }
    if (settings.historyFrom().isAfter(today) || settings.historyFrom().getYear() < 2000) {
      throw BadRequest.of("historyFrom", settings.historyFrom(), "a past day since 2000");
    }
    if (settings.mapping().attributionBasis().length() > LONGEST_BASIS) {
      throw BadRequest.of(
          "attributionBasis",
          settings.mapping().attributionBasis(),
          "at most " + LONGEST_BASIS + " characters");
    }
    platform.requireMapping(settings.mapping());
    return settings;
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw new PlatformFailure.Unreadable(
          "The platform names a time zone that is not known: " + id, unknown);
    }
  }

  private static int days(Period period, LocalDate today) {
    long days = java.time.temporal.ChronoUnit.DAYS.between(today.minus(period), today);
    return Math.clamp(days, 1, AccessSettings.MOST_DAYS);
  }

  private static <T> T or(@Nullable T wish, T usual) {
    return wish == null ? usual : wish;
  }
}
