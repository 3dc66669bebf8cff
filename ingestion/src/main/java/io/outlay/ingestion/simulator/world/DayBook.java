package io.outlay.ingestion.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ledger of one account as its platform sees it at one moment. Nothing is stored: every figure
 * is worked out again, always to the same result.
 */
public final class DayBook {

  /** Where an impression was seen that nobody could place. */
  public static final String UNKNOWN_COUNTRY = "ZZ";

  private static final int UNKNOWN_PERMILLE = 15;

  private final LocalDate today;
  private final LocalTime time;

  private DayBook(LocalDate today, LocalTime time) {
    this.today = today;
    this.time = time;
  }

  /** The ledger of {@code account} at {@code now}. */
  public static DayBook of(AdAccount account, Instant now) {
    return new DayBook(account.today(now), LocalTime.ofInstant(now, account.zone()));
  }

  /** The account's day. */
  public LocalDate today() {
    return today;
  }

  /** What an ad did on a day. */
  public Figures figures(AdSlot slot, LocalDate day) {
    return Restatement.of(slot, day, today, time);
  }

  /** What several ads did over several days. */
  public Figures figures(Collection<AdSlot> slots, DayRange days) {
    Figures sum = new Figures();
    days.days().forEach(day -> slots.forEach(slot -> sum.add(figures(slot, day))));
    return sum;
  }

  /** The part of an ad's day seen in one country, or in none that is known. */
  public Figures inCountry(AdSlot slot, LocalDate day, String country) {
    return part(slot, day, countries(slot.campaign()), country, 1);
  }

  /** The part of an ad's day seen on one kind of device. */
  public Figures onDevice(AdSlot slot, LocalDate day, DeviceKind device) {
    return part(slot, day, devices(slot.campaign()), device, 2);
  }

  /** The part of an ad's day that fell into some of its hours. */
  public Figures hours(AdSlot slot, LocalDate day, int from, int to) {
    int over = day.isBefore(today) ? 24 : time.getHour();
    long whole = Lag.untilHour(over);
    if (whole == 0) {
      return Figures.none();
    }
    long seed = Mix.of(slot.ad().id(), day.toEpochDay(), 3);
    return new Splitting(slot.account().platform(), whole, seed)
        .between(
            figures(slot, day),
            Lag.untilHour(Math.min(from, over)),
            Lag.untilHour(Math.min(to, over)));
  }

  /** Countries of a campaign with their parts, the unknown last. */
  public static List<Part<String>> countries(Campaign campaign) {
    return Stream.concat(
            campaign.plan().countries().stream(),
            Stream.of(new Part<>(UNKNOWN_COUNTRY, UNKNOWN_PERMILLE)))
        .toList();
  }

  /** Kinds of device of a campaign with their parts. */
  public static List<Part<DeviceKind>> devices(Campaign campaign) {
    return DeviceKind.of(campaign.plan().system());
  }

  private <T> Figures part(AdSlot slot, LocalDate day, List<Part<T>> parts, T wanted, int salt) {
    Figures all = figures(slot, day);
    long whole = parts.stream().mapToLong(Part::weight).sum();
    long from = 0;
    for (Part<T> part : parts) {
      if (part.of().equals(wanted)) {
        long seed = Mix.of(slot.ad().id(), day.toEpochDay(), salt);
        return new Splitting(slot.account().platform(), whole, seed)
            .between(all, from, from + part.weight());
      }
      from += part.weight();
    }
    return Figures.none();
  }
}
