package io.outlay.ingestion.simulator.meta;

import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.world.BillingCurrency;
import io.outlay.ingestion.simulator.world.Figures;
import io.outlay.ingestion.simulator.world.Measure;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Meta's lists of actions, in which the same purchase comes up under several names. */
final class InsightsActions {

  private final Tally tally;
  private final BillingCurrency currency;
  private final List<String> windows;
  private final ArrayNode list = Json.array();

  private InsightsActions(Tally tally, BillingCurrency currency, List<String> windows) {
    this.tally = tally;
    this.currency = currency;
    this.windows = windows;
  }

  static ArrayNode actions(Tally tally, BillingCurrency currency, List<String> windows) {
    InsightsActions actions = new InsightsActions(tally, currency, windows);
    actions.engagement();
    actions.count(tally.app(), Measure.INSTALLS, "mobile_app_install", "omni_app_install");
    actions.count(
        tally.app(),
        Measure.PRE_REGISTRATIONS,
        "offsite_conversion.fb_pixel_complete_registration",
        "complete_registration",
        "omni_complete_registration");
    actions.count(tally.app(), Measure.PURCHASES, "app_custom_event.fb_mobile_purchase");
    actions.count(tally.web(), Measure.PURCHASES, "offsite_conversion.fb_pixel_purchase");
    actions.count(tally.all(), Measure.PURCHASES, "purchase", "omni_purchase");
    actions.single(
        "app_custom_event.fb_mobile_level_achieved", tally.app().of(Measure.SECONDARY) / 100);
    return actions.list;
  }

  static ArrayNode values(Tally tally, BillingCurrency currency, List<String> windows) {
    InsightsActions actions = new InsightsActions(tally, currency, windows);
    actions.count(tally.app(), Measure.VALUE, "app_custom_event.fb_mobile_purchase");
    actions.count(tally.web(), Measure.VALUE, "offsite_conversion.fb_pixel_purchase");
    actions.count(tally.all(), Measure.VALUE, "purchase", "omni_purchase");
    return actions.list;
  }

  private void engagement() {
    Figures all = tally.all();
    long clicks = all.of(Measure.CLICKS);
    long videos = all.of(Measure.VIDEO_VIEWS);
    single("link_click", clicks);
    single("video_view", videos);
    single("post_reaction", clicks / 7);
    single("post_engagement", clicks + clicks / 7 + videos);
    single("page_engagement", clicks + clicks / 7 + videos + clicks / 40);
  }

  private void single(String type, long count) {
    if (count > 0) {
      ObjectNode entry = list.addObject().put("action_type", type);
      entry.put("value", Long.toString(count));
      windows.stream()
          .filter(window -> window.endsWith("d_click"))
          .forEach(window -> entry.put(window, Long.toString(count)));
    }
  }

  private void count(Figures of, Measure whole, String... types) {
    long value = of.of(whole);
    long late = of.of(part(whole, "LATE"));
    if (value == 0 && late == 0) {
      return;
    }
    for (String type : types) {
      ObjectNode entry = list.addObject().put("action_type", type);
      entry.put("value", text(whole, value));
      for (String window : windows) {
        long counted = inWindow(of, whole, window);
        if (counted > 0) {
          entry.put(window, text(whole, counted));
        }
      }
    }
  }

  private static long inWindow(Figures of, Measure whole, String window) {
    long views = of.of(part(whole, "VIEW_1D"));
    return switch (window) {
      case "1d_click" -> of.of(part(whole, "CLICK_1D"));
      case "7d_click" -> of.of(whole) - views;
      case "28d_click" -> of.of(whole) - views + of.of(part(whole, "LATE"));
      case "1d_view" -> views;
      default -> 0;
    };
  }

  private static Measure part(Measure whole, String name) {
    return Measure.valueOf(whole.name() + "_" + name);
  }

  private String text(Measure measure, long value) {
    return measure == Measure.VALUE
        ? currency.amount(value).toPlainString()
        : Long.toString(value / 100);
  }
}
