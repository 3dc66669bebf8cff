package io.outlay.ingestion.platform.meta;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.platform.ActionMapping;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of Meta's actions count as what. Meta reports one event under several names, of which the
 * general ones contain the particular ones.
 */
final class MetaMapping {

  static final ActionMapping DEFAULT =
      new ActionMapping(
          ConversionKind.PURCHASE,
          Map.of(
              "mobile_app_install", ConversionKind.INSTALL,
              "app_custom_event.fb_mobile_purchase", ConversionKind.PURCHASE,
              "offsite_conversion.fb_pixel_purchase", ConversionKind.PURCHASE,
              "onsite_conversion.purchase", ConversionKind.PURCHASE,
              "offsite_conversion.fb_pixel_complete_registration", ConversionKind.SIGN_UP,
              "offsite_conversion.fb_pixel_lead", ConversionKind.LEAD,
              "onsite_conversion.lead_grouped", ConversionKind.LEAD,
              "offsite_conversion.fb_pixel_custom", ConversionKind.OTHER),
          "each ad set's own attribution setting; on-Meta actions by impression, others by"
              + " conversion");

  private static final Set<String> ENGAGEMENT =
      Set.of("link_click", "comment", "post_reaction", "like", "post", "video_view");
  private static final String CUSTOM = "offsite_conversion.custom.";
  private static final String INSTALL = "app_install";

  private MetaMapping() {}

  /** Refuses a mapping of which one action contains another. */
  static void check(ActionMapping mapping) {
    Set<String> actions = new TreeSet<>(mapping.kinds().keySet());
    for (String general : actions) {
      for (String particular : actions) {
        if (!general.equals(particular) && contains(general, particular)) {
          throw new BadRequest(
              "The mapping names %s and %s; Meta counts the second within the first, so it would be counted twice. Name one of them."
                  .formatted(general, particular));
        }
      }
    }
  }

  private static boolean contains(String general, String particular) {
    return switch (general) {
      case "page_engagement" ->
          particular.equals("post_engagement") || ENGAGEMENT.contains(particular);
      case "post_engagement" -> ENGAGEMENT.contains(particular);
      case "offsite_conversion.fb_pixel_custom" -> particular.startsWith(CUSTOM);
      default -> isEventOf(general, particular);
    };
  }

  /** {@code purchase} and {@code omni_purchase} contain whatever ends in {@code purchase}. */
  private static boolean isEventOf(String general, String particular) {
    String event = general.startsWith("omni_") ? general.substring("omni_".length()) : general;
    boolean isGeneral = !event.contains(".") && !event.startsWith("mobile_");
    if (!isGeneral) {
      return false;
    }
    return particular.equals(event)
        || particular.equals("mobile_" + event)
        || (!event.equals(INSTALL) && isParticular(particular, event));
  }

  private static boolean isParticular(String particular, String event) {
    return particular.endsWith("." + event)
        || (particular.endsWith("_" + event) && !particular.startsWith("omni_"))
        || particular.endsWith("." + event + "_grouped");
  }
}
