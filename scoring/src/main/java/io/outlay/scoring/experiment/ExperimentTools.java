package io.outlay.scoring.experiment;

import io.outlay.domain.risk.ModelExperiments;
import io.outlay.domain.risk.Predictions;
import io.outlay.domain.risk.RiskModels;
import io.outlay.domain.risk.RiskSettingsStore;
import java.time.InstantSource;
import reactor.core.scheduler.Scheduler;

/**
 * Everything experiments work with.
 *
 * @param scheduler a bounded one that may block; models are compared on it
 * @param mostUsers at most so many users are compared, the same ones each time
 */
public record ExperimentTools(
    ModelExperiments experiments,
    RiskModels models,
    Predictions predictions,
    RiskSettingsStore settings,
    InstantSource clock,
    Scheduler scheduler,
    int mostUsers) {}
