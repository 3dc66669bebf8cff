package io.outlay.api.riskmodel;

import io.outlay.api.input.FilterLists;
import io.outlay.api.spendimport.FileContentInput;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.risk.RiskKind;
import io.outlay.scoring.registry.ForeignModel;
import io.outlay.scoring.registry.SampleRows;
import io.outlay.scoring.train.Calibration;
import io.outlay.scoring.train.PlattCalibration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model that was trained elsewhere, as a caller gives it. */
record RiskModelImportInput(
    RiskKind kind,
    FileContentInput file,
    List<String> features,
    FileContentInput samples,
    @Nullable PlattInput calibration,
    @Nullable Double threshold) {

  private static final int MOST_FEATURES = 1_000;

  /** Platt scaling. */
  record PlattInput(double intercept, double slope) {

    Calibration toCalibration() {
      if (!(slope > 0) || Double.isInfinite(slope) || !Double.isFinite(intercept)) {
        throw BadRequest.of("calibration.slope", slope, "a finite number above 0");
      }
      return new PlattCalibration(intercept, slope);
    }
  }

  ForeignModel toModel(byte[] fileBytes, byte[] sampleBytes) {
    List<String> names = FilterLists.atMost("features", features, MOST_FEATURES);
    if (names.isEmpty()) {
      throw BadRequest.of("features", names, "the names of the model's features in order");
    }
    return new ForeignModel(
        kind,
        fileBytes,
        names,
        SampleRows.parse(sampleBytes, names),
        calibration == null ? Calibration.none() : calibration.toCalibration(),
        threshold);
  }
}
