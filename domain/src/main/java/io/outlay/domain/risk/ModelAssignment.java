package io.outlay.domain.risk;

/**
 * What a model beside the champion is to do.
 *
 * @param state anything but {@link ModelState#CHAMPION}, which only a promotion gives
 * @param share of the users a challenger is shown to, above 0 and at most 1; 0 for others
 * @param experimentId the experiment it belongs to; 0 for none
 */
public record ModelAssignment(ModelState state, double share, long experimentId) {

  /** Refuses what no model can do. */
  public ModelAssignment {
    boolean isShown = state == ModelState.CHALLENGER;
    if (state == ModelState.CHAMPION || isShown != (share > 0) || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(state + " with share " + share);
    }
  }
}
