package io.outlay.scoring.outcome;

import io.outlay.domain.risk.FraudSettings;
import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.KnownEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Abuse, by labels: the latest one that is known decides. It was asked of users who were active
 * lately and had no label by then, and nothing is told before a chargeback would have come. Of a
 * user nobody labelled it is never known; a model learns to tell labelled abusers from all others,
 * which is corrected for by the share of abusers that get a label.
 */
final class FraudOutcome implements UserOutcome {

  private static final Comparator<KnownEvent> LATEST =
      Comparator.<KnownEvent, Instant>comparing(label -> label.event().occurredAt())
          .thenComparing(KnownEvent::knownAt)
          .thenComparing(label -> label.event().eventId());

  private final FraudSettings settings;
  private final List<Instant> times;
  private final Instant knownBy;
  private final boolean[] isLabelled;
  private final boolean[] isActive;
  private @Nullable KnownEvent latest;

  FraudOutcome(FraudSettings settings, List<Instant> times, Instant knownBy) {
    this.settings = settings;
    this.times = times;
    this.knownBy = knownBy;
    this.isLabelled = new boolean[times.size()];
    this.isActive = new boolean[times.size()];
  }

  @Override
  public void add(KnownEvent known) {
    EventType type = known.event().type();
    boolean isLabel = type == EventType.FRAUD_CONFIRMED || type == EventType.FRAUD_CLEARED;
    if (type.isActive()) {
      addActive(known);
    }
    if (!isLabel || known.knownAt().isAfter(knownBy)) {
      return;
    }
    for (int i = 0; i < isLabelled.length; i++) {
      isLabelled[i] |= !known.knownAt().isAfter(times.get(i));
    }
    if (latest == null || LATEST.compare(known, latest) > 0) {
      latest = known;
    }
  }

  private void addActive(KnownEvent known) {
    int day = UtcDays.of(known.event().occurredAt());
    for (int i = 0; i < isActive.length; i++) {
      Instant at = times.get(i);
      int age = UtcDays.of(at) - day;
      isActive[i] |= !known.knownAt().isAfter(at) && age >= 0 && age < settings.activeDays();
    }
  }

  private boolean isAsked(int sample) {
    return isActive[sample] && !isLabelled[sample];
  }

  @Override
  public KnownOutcome of(int sample) {
    if (!isAsked(sample)) {
      return KnownOutcome.NOT_ASKED;
    }
    if (latest == null || !isRipe(sample)) {
      return KnownOutcome.UNRIPE;
    }
    return latest.event().type() == EventType.FRAUD_CONFIRMED
        ? KnownOutcome.HAPPENED
        : KnownOutcome.DID_NOT_HAPPEN;
  }

  @Override
  public @Nullable Boolean learned(int sample) {
    if (!isAsked(sample) || !isRipe(sample)) {
      return null;
    }
    return of(sample) == KnownOutcome.HAPPENED;
  }

  private boolean isRipe(int sample) {
    return !knownBy.isBefore(UtcDays.plus(times.get(sample), settings.ripeAfterDays()));
  }
}
