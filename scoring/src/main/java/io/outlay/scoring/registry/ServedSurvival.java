package io.outlay.scoring.registry;

import io.outlay.scoring.engine.ScoringEngine;
import io.outlay.scoring.train.SurvivalCurve;

/**
 * A loaded model of times over the same features.
 *
 * @param engine its margin is the logarithm of scaled time
 * @param curve from margin to probabilities within a time, in days
 */
public record ServedSurvival(ScoringEngine engine, SurvivalCurve curve) {}
