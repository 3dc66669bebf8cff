package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.DayBook;
import io.outlay.ingestion.simulator.world.DeviceKind;
import io.outlay.ingestion.simulator.world.LifeState;
import io.outlay.ingestion.simulator.world.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists what the rows of a query are about, in the order they are answered in. */
final class GoogleUnits {

  private GoogleUnits() {}

  static List<GoogleUnit> of(GaqlQuery query, AdAccount account, LocalDate today) {
    Map<Long, List<AdSlot>> entities = new LinkedHashMap<>();
    for (AdSlot slot : account.slots()) {
      if (isShown(query.from(), slot, today)) {
        entities.computeIfAbsent(key(query.from(), slot), id -> new ArrayList<>()).add(slot);
      }
    }
    List<GoogleUnit> units = new ArrayList<>();
    entities.values().forEach(slots -> units.addAll(cut(query, account, slots)));
    return units;
  }

  private static boolean isShown(String from, AdSlot slot, LocalDate today) {
    boolean alive = slot.campaign().stateOn(today) != LifeState.UNBORN;
    return switch (from) {
      case "ad_group" -> alive && slot.group().reported();
      case "ad_group_ad" -> alive && slot.ad().reported();
      default -> alive;
    };
  }

  private static long key(String from, AdSlot slot) {
    return switch (from) {
      case "customer" -> slot.account().id();
      case "ad_group" -> slot.group().id();
      case "ad_group_ad" -> slot.ad().id();
      case "campaign_budget" -> GoogleBudget.of(slot.campaign(), slot.account()).id();
      default -> slot.campaign().id();
    };
  }

  private static List<GoogleUnit> cut(GaqlQuery query, AdAccount account, List<AdSlot> slots) {
    List<GoogleUnit> units = new ArrayList<>();
    for (DeviceKind device : devices(query, slots)) {
      for (String country : countries(query, slots)) {
        for (ConversionAction action : actions(query)) {
          units.add(new GoogleUnit(account, slots, device, country, action));
        }
      }
    }
    return units;
  }

  private static Collection<@Nullable DeviceKind> devices(GaqlQuery query, List<AdSlot> slots) {
    if (!query.selects("segments.device")) {
      return oneNull();
    }
    Set<@Nullable DeviceKind> devices = new LinkedHashSet<>();
    slots.forEach(
        slot -> DayBook.devices(slot.campaign()).stream().map(Part::of).forEach(devices::add));
    return devices;
  }

  /** What nobody could place is in no location view: they add up to less than delivery. */
  private static Collection<@Nullable String> countries(GaqlQuery query, List<AdSlot> slots) {
    if (!GoogleResources.isLocationView(query.from())) {
      return oneNull();
    }
    Set<@Nullable String> countries = new LinkedHashSet<>();
    slots.forEach(
        slot -> slot.campaign().plan().countries().stream().map(Part::of).forEach(countries::add));
    return countries;
  }

  private static Collection<@Nullable ConversionAction> actions(GaqlQuery query) {
    boolean cut =
        query.select().stream().anyMatch(field -> field.startsWith("segments.conversion_action"));
    return cut ? new ArrayList<>(List.of(ConversionAction.values())) : oneNull();
  }

  private static <T> Collection<@Nullable T> oneNull() {
    List<@Nullable T> one = new ArrayList<>();
    one.add(null);
    return one;
  }
}
