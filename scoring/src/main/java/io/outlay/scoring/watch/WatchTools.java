package io.outlay.scoring.watch;

import io.outlay.domain.job.JobQueue;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.risk.ModelFlags;
import io.outlay.domain.risk.ModelReports;
import io.outlay.domain.risk.PendingPredictions;
import io.outlay.domain.risk.PredictionRetention;
import io.outlay.domain.risk.Predictions;
import io.outlay.domain.risk.Retrainings;
import io.outlay.domain.risk.RiskModels;
import io.outlay.domain.risk.RiskSettingsStore;
import io.outlay.scoring.feature.FeatureReader;
import io.outlay.scoring.outcome.Outcomes;
import io.outlay.scoring.outcome.TrainingTables;
import io.outlay.scoring.registry.ModelShelf;
import java.time.InstantSource;
import reactor.core.scheduler.Scheduler;

/**
 * Everything the watch over models works with.
 *
 * @param scheduler a bounded one that may block; figures are computed on it
 */
public record WatchTools(
    Predictions predictions,
    PendingPredictions pending,
    PredictionRetention retention,
    ModelReports reports,
    ModelFlags flags,
    Retrainings retrainings,
    RiskModels models,
    ModelShelf shelf,
    FeatureReader features,
    Outcomes outcomes,
    TrainingTables tables,
    RiskSettingsStore settings,
    Jobs jobs,
    JobQueue queue,
    InstantSource clock,
    Scheduler scheduler) {}
