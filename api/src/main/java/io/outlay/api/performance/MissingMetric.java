package io.outlay.api.performance;

import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.MissingReason;

/** Why a metric is null. */
record MissingMetric(Metric metric, MissingReason reason) {}
