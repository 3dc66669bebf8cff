package io.outlay.scoring.registry;

import io.outlay.domain.risk.ModelRole;
import java.util.List;
import java.util.Optional;

/**
 * The models of one organization and kind at work.
 *
 * @param champion whose scores are shown
 * @param others shadows, and at most one challenger
 */
public record ServedModels(ServedModel champion, List<Other> others) {

  /** Copies the list. */
  public ServedModels {
    others = List.copyOf(others);
  }

  /**
   * A model beside the champion.
   *
   * @param share of the users it is shown to, from 0 to 1; 0 for a shadow
   * @param experimentId the experiment it belongs to; 0 for none
   */
  public record Other(ServedModel model, ModelRole role, double share, long experimentId) {}

  /** The model beside the champion that is shown to some users. */
  public Optional<Other> challenger() {
    return others.stream().filter(other -> other.role() == ModelRole.CHALLENGER).findFirst();
  }
}
