package io.outlay.domain.risk;

import java.util.List;

/**
 * Which models of a kind are at work.
 *
 * @param version raised by every change of them; 0 where there never was a model
 * @param models champion, challenger and shadows; empty where none is
 */
public record ServingModels(long version, List<RiskModel> models) {

  /** Copies the list. */
  public ServingModels {
    models = List.copyOf(models);
  }
}
