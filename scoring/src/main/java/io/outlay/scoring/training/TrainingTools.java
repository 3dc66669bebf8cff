package io.outlay.scoring.training;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.domain.job.JobQueue;
import io.outlay.domain.risk.RiskModels;
import io.outlay.domain.risk.RiskSettingsStore;
import io.outlay.domain.risk.TrainingSchedule;
import io.outlay.scoring.outcome.TrainingTables;

/** Everything a training works with. */
public record TrainingTools(
    TrainingTables tables,
    RiskSettingsStore settings,
    RiskModels models,
    JobQueue queue,
    TrainingSchedule schedule,
    MeterRegistry meters) {}
