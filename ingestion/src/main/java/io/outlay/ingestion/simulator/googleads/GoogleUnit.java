package io.outlay.ingestion.simulator.googleads;

import io.outlay.ingestion.simulator.world.AdAccount;
import io.outlay.ingestion.simulator.world.AdSlot;
import io.outlay.ingestion.simulator.world.DayBook;
import io.outlay.ingestion.simulator.world.DayRange;
import io.outlay.ingestion.simulator.world.DeviceKind;
import io.outlay.ingestion.simulator.world.Figures;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row is about, whatever its days.
 *
 * @param account the account
 * @param slots what it adds up; empty where an object has no figures
 * @param device the device it is cut to
 * @param country the country it is cut to
 * @param action the conversion action it is cut to
 */
record GoogleUnit(
    AdAccount account,
    List<AdSlot> slots,
    @Nullable DeviceKind device,
    @Nullable String country,
    @Nullable ConversionAction action) {

  GoogleUnit {
    slots = List.copyOf(slots);
  }

  AdSlot first() {
    return slots.getFirst();
  }

  Counted count(DayBook book, DayRange days) {
    Counted counted = new Counted();
    for (AdSlot slot : slots) {
      for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
        Figures figures = figures(book, slot, day);
        if (action != null) {
          counted.add(slot, figures, action);
        } else if (!figures.isNothing()) {
          counted.add(slot, figures);
        }
      }
    }
    return counted;
  }

  private Figures figures(DayBook book, AdSlot slot, LocalDate day) {
    if (country != null) {
      return book.inCountry(slot, day, country);
    }
    return device != null ? book.onDevice(slot, day, device) : book.figures(slot, day);
  }
}
