package io.outlay.scoring.registry;

import io.outlay.domain.error.BadRequest;
import io.outlay.scoring.train.Calibration;
import io.outlay.scoring.train.ModelJson;
import io.outlay.scoring.train.SurvivalCurve;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What serving needs beside a model's files.
 *
 * @param format version of this recipe
 * @param calibration from margin to probability
 * @param bands from probability to band
 * @param background where the rows it learned from stood
 * @param survival curve of the model of times; null where there is none
 */
public record ModelRecipe(
    int format,
    Calibration calibration,
    Bands bands,
    Background background,
    @Nullable SurvivalCurve survival) {

  private static final int FORMAT = 1;

  /** A recipe in the present format. */
  public static ModelRecipe of(
      Calibration calibration,
      Bands bands,
      Background background,
      @Nullable SurvivalCurve survival) {
    return new ModelRecipe(FORMAT, calibration, bands, background, survival);
  }

  /** As it is kept. */
  public String toJson() {
    return new String(ModelJson.write(this), StandardCharsets.UTF_8);
  }

  /**
   * A kept recipe.
   *
   * @throws BadRequest when it is of another version or none
   */
  static ModelRecipe parse(String json) {
    try {
      ModelRecipe read = ModelJson.read(json.getBytes(StandardCharsets.UTF_8), ModelRecipe.class);
      if (read.format() != FORMAT) {
        throw BadRequest.of("format of the model's recipe", read.format(), "" + FORMAT);
      }
      return read;
    } catch (JacksonException e) {
      throw new BadRequest("The model's recipe is not as written: " + e.getOriginalMessage());
    }
  }
}
