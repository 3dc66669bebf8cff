package io.outlay.ingestion.platform.googleads;

import io.outlay.domain.error.BadRequest;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.platform.ActionMapping;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of Google's conversion actions count as what: by an action's own name, or by Google's
 * category for it. An action has one kind, the one of its name first, so none counts twice.
 */
final class GoogleMapping {

  static final ActionMapping DEFAULT =
      new ActionMapping(
          ConversionKind.PURCHASE,
          Map.of(
              "DOWNLOAD", ConversionKind.INSTALL,
              "PURCHASE", ConversionKind.PURCHASE,
              "SUBSCRIBE_PAID", ConversionKind.PURCHASE,
              "SIGNUP", ConversionKind.SIGN_UP,
              "SUBMIT_LEAD_FORM", ConversionKind.LEAD,
              "PHONE_CALL_LEAD", ConversionKind.LEAD,
              "IMPORTED_LEAD", ConversionKind.LEAD),
          "day of the ad interaction; each conversion action's own model and window");

  private static final int LONGEST_NAME = 200;

  private GoogleMapping() {}

  /** The kind of an action; null where it is not mapped. */
  static @Nullable ConversionKind kind(
      ActionMapping mapping, @Nullable String name, @Nullable String category) {
    ConversionKind ofName = name == null ? null : mapping.kinds().get(name);
    if (ofName != null) {
      return ofName;
    }
    return category == null ? null : mapping.kinds().get(category);
  }

  /** Refuses names that no action can have. */
  static void check(ActionMapping mapping) {
    for (String name : mapping.kinds().keySet()) {
      if (name.isBlank() || name.length() > LONGEST_NAME) {
        throw BadRequest.of(
            "mapping", name, "the name of a conversion action, or a category such as DOWNLOAD");
      }
    }
  }
}
