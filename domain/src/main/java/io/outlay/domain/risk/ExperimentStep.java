package io.outlay.domain.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of an experiment.
 *
 * @param from the state it must be in; else nothing changes
 * @param explanation why, in words
 * @param result of the experiment or, once promoted, of the guard; null where none was made
 */
public record ExperimentStep(
    Experiment.State from,
    Experiment.State to,
    String explanation,
    @Nullable ExperimentResult result,
    Instant at) {}
