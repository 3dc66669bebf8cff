package io.outlay.scoring.serving;

import java.time.Duration;

/**
 * How much is scored at once, and what is kept in memory.
 *
 * @param threads batches that are scored side by side
 * @param waiting batches that may wait for each of them; more are refused as unavailable
 * @param featuresFor how long a user's features are taken for current without asking the database
 * @param scoresFor how long a score is given again while the user's features have not changed
 * @param memoryBytes size of either cache, about
 * @param patience how long reading and scoring of a batch may take
 */
public record ServingSettings(
    int threads,
    int waiting,
    Duration featuresFor,
    Duration scoresFor,
    long memoryBytes,
    Duration patience) {}
