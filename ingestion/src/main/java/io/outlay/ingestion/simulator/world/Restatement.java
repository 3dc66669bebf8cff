package io.outlay.ingestion.simulator.world;

import java.time.LocalDate;
import java.time.LocalTime;

/** What a platform shows of an ad's day while it is still being counted and corrected. */
final class Restatement {

  private static final long WHOLE = 100_000_000L;
  private static final int FIRST_CORRECTION_DAYS = 3;
  private static final int SWEEP_DAY = 3;
  private static final int REMOVAL_DAYS = 5;

  private final AdSlot slot;
  private final LocalDate day;
  private final long seed;
  private final LocalDate today;
  private final int progress;
  private final int lag;

  private Restatement(AdSlot slot, LocalDate day, LocalDate today, LocalTime time) {
    this.slot = slot;
    this.day = day;
    this.today = today;
    this.seed = Mix.of(slot.campaign().seed(), slot.ad().id(), day.toEpochDay(), 5);
    long age = today.toEpochDay() - day.toEpochDay();
    this.progress = age > 0 ? Lag.ALL : Lag.untilHour(time.getHour());
    this.lag =
        Lag.credited(slot.account().platform(), Math.max(0, (age - 1) * 24 + time.getHour()));
  }

  /** The figures of a day as shown at an account's local date and time. */
  static Figures of(AdSlot slot, LocalDate day, LocalDate today, LocalTime time) {
    if (day.isAfter(today) || isRemoved(slot, day, today)) {
      return Figures.none();
    }
    Figures whole = Delivery.of(slot, day);
    return whole.isNothing() ? whole : new Restatement(slot, day, today, time).shown(whole);
  }

  /** One row a month is taken back altogether: the first ad of the sixth campaign, on the 12th. */
  private static boolean isRemoved(AdSlot slot, LocalDate day, LocalDate today) {
    return slot.campaign().index() == 5
        && day.getDayOfMonth() == 12
        && slot.ad().id() == slot.campaign().groups().getFirst().ads().getFirst().id()
        && today.toEpochDay() - day.toEpochDay() >= REMOVAL_DAYS;
  }

  private Figures shown(Figures whole) {
    Figures shown = new Figures();
    shown.set(Measure.IMPRESSIONS, byNow(whole, Measure.IMPRESSIONS));
    shown.set(Measure.VIDEO_VIEWS, byNow(whole, Measure.VIDEO_VIEWS));
    long invalid = invalidPermyriad();
    for (Measure measure : new Measure[] {Measure.CLICKS, Measure.CLICKS_ALL, Measure.COST}) {
      long counted = byNow(whole, measure);
      shown.set(measure, counted - counted * invalid / 10_000);
    }
    convert(whole, shown);
    Windows.derive(shown, unit(), seed);
    return shown;
  }

  private void convert(Figures whole, Figures shown) {
    for (Measure measure :
        new Measure[] {
          Measure.INSTALLS,
          Measure.PRE_REGISTRATIONS,
          Measure.PURCHASES,
          Measure.VIEW_INSTALLS,
          Measure.VIEW_THROUGH,
          Measure.SECONDARY
        }) {
      shown.set(measure, credited(whole.of(measure), measure));
    }
    long all = whole.of(Measure.PURCHASES);
    long value = all == 0 ? 0 : whole.of(Measure.VALUE) * shown.of(Measure.PURCHASES) / all;
    shown.set(Measure.VALUE, value);
  }

  private long byNow(Figures whole, Measure measure) {
    return Figures.share(whole.of(measure), progress, Lag.ALL, shift(measure, Lag.ALL));
  }

  private long credited(long whole, Measure measure) {
    long unit = unit();
    long mark = (long) progress * lag;
    long counted = unit * Figures.share(whole / unit, mark, WHOLE, shift(measure, WHOLE));
    return isReattributed() ? counted - counted / 50 : counted;
  }

  private long shift(Measure measure, long whole) {
    return Long.remainderUnsigned(Mix.of(seed, measure.ordinal()), whole);
  }

  private int unit() {
    return Market.of(slot.account().platform()).fractional() ? 1 : 100;
  }

  /** Clicks that turn out to be nobody's: a few after three days, more when the month is closed. */
  private long invalidPermyriad() {
    boolean first = today.toEpochDay() - day.toEpochDay() > FIRST_CORRECTION_DAYS;
    return (first ? Mix.below(40, seed, 71) : 0L) + (isSwept() ? Mix.below(160, seed, 72) : 0);
  }

  /** Google moves a few conversions elsewhere when the month is closed: they fall. */
  private boolean isReattributed() {
    return unit() == 1 && isSwept() && Mix.below(10, seed, 73) == 0;
  }

  private boolean isSwept() {
    return !today.isBefore(day.withDayOfMonth(1).plusMonths(1).withDayOfMonth(SWEEP_DAY));
  }
}
