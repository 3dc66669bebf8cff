package io.outlay.scoring.registry;

/**
 * A row with what a model said of it where it was trained.
 *
 * @param values one a feature; NaN for missing
 * @param output the model's own probability, before any calibration
 */
@SuppressWarnings("ArrayRecordComponent") // a row, read only
public record SampleRow(float[] values, double output) {}
