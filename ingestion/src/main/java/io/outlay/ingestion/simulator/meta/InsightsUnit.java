package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.Campaign;
import io.outlay.ingestion.simulator.world.DayBook;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.DeviceKind;
import io.outlay.ingestion.simulator.world.DeviceSystem;
import io.outlay.ingestion.simulator.world.Figures;
import io.outlay.ingestion.simulator.world.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a row is about, whatever its days.
 *
 * @param slots what it adds up, at least one
 * @param breakdown by what it is cut, empty for nothing
 * @param cell which piece of the cut it is
 */
record InsightsUnit(List<AdSlot> slots, String breakdown, String cell) {

  InsightsUnit {
    slots = List.copyOf(slots);
  }

  /** All rows of a day, in the order they are answered in. */
  static List<InsightsUnit> of(InsightsQuery query, LocalDate today) {
    Map<Long, List<AdSlot>> entities = new LinkedHashMap<>();
    boolean all = query.filters().stream().anyMatch(MetaFilter::isAboutStatus);
    for (AdSlot slot : query.slots()) {
      boolean shown =
          query.level() == MetaLevel.ACCOUNT
              || all
              || MetaObjects.isListed(slot, query.level(), today);
      if (shown
          && query.filters().stream().allMatch(filter -> accepts(filter, slot, query, today))) {
        entities.computeIfAbsent(query.level().idOf(slot), id -> new ArrayList<>()).add(slot);
      }
    }
    List<InsightsUnit> units = new ArrayList<>();
    for (List<AdSlot> slots : entities.values()) {
      cells(slots, query.breakdown())
          .forEach(cell -> units.add(new InsightsUnit(slots, query.breakdown(), cell)));
    }
    return units;
  }

  private static boolean accepts(
      MetaFilter filter, AdSlot slot, InsightsQuery query, LocalDate today) {
    return filter.isAboutFigures() || filter.accepts(slot, query.level(), today);
  }

  private static Set<String> cells(List<AdSlot> slots, String breakdown) {
    Set<String> cells = new LinkedHashSet<>();
    for (AdSlot slot : slots) {
      Campaign campaign = slot.campaign();
      switch (breakdown) {
        case "" -> cells.add("");
        // What nobody could place is nowhere in this list: countries add up to less than delivery.
        case "country" -> campaign.plan().countries().stream().map(Part::of).forEach(cells::add);
        default ->
            DayBook.devices(campaign).stream()
                .map(part -> device(breakdown, campaign, part.of()))
                .forEach(cells::add);
      }
    }
    return cells;
  }

  private static String device(String breakdown, Campaign campaign, DeviceKind kind) {
    if (breakdown.equals("device_platform")) {
      return kind == DeviceKind.DESKTOP ? "desktop" : "mobile";
    }
    boolean apple = campaign.plan().system() == DeviceSystem.IOS;
    return switch (kind) {
      case PHONE -> apple ? "iphone" : "android_smartphone";
      case TABLET -> apple ? "ipad" : "android_tablet";
      case DESKTOP -> "desktop";
    };
  }

  Tally tally(DayBook book, DayRange days) {
    Tally sum = Tally.NOTHING;
    for (AdSlot slot : slots) {
      for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
        Figures figures = figures(book, slot, day);
        if (!figures.isNothing()) {
          sum = sum.plus(slot, figures);
        }
      }
    }
    return sum;
  }

  private Figures figures(DayBook book, AdSlot slot, LocalDate day) {
    if (breakdown.isEmpty()) {
      return book.figures(slot, day);
    }
    if (breakdown.equals("country")) {
      return book.inCountry(slot, day, cell);
    }
    Figures sum = Figures.none();
    for (Part<DeviceKind> part : DayBook.devices(slot.campaign())) {
      if (device(breakdown, slot.campaign(), part.of()).equals(cell)) {
        sum = sum.plus(book.onDevice(slot, day, part.of()));
      }
    }
    return sum;
  }
}
