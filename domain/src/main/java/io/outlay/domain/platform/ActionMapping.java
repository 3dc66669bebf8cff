package io.outlay.domain.platform;

import io.outlay.domain.performance.ConversionKind;
import java.util.Map;

/**
 * Which of a platform's actions are conversions of which kind, for one ad account. Each action has
 * one kind, so that nothing is counted twice under two names.
 *
 * @param goal kind that {@code conversions} and {@code conversionValue} count
 * @param kinds kind of each counted action, by the platform's own name, for example {@code
 *     mobile_app_install}; what is not named is not counted by kind
 * @param attributionBasis the platform's own words for when and to what it credits a conversion,
 *     for example {@code 7d_click_1d_view}; shown beside the figures
 */
public record ActionMapping(
    ConversionKind goal, Map<String, ConversionKind> kinds, String attributionBasis) {

  /** Copies the kinds. */
  public ActionMapping {
    kinds = Map.copyOf(kinds);
  }
}
