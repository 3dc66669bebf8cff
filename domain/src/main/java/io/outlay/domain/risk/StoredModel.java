package io.outlay.domain.risk;

import java.util.List;

/**
 * All that a model is loaded from.
 *
 * @param recipe what serving needs beside the files, as JSON
 */
public record StoredModel(RiskModel model, String recipe, List<ModelFileContent> files) {

  /** Copies the list. */
  public StoredModel {
    files = List.copyOf(files);
  }
}
