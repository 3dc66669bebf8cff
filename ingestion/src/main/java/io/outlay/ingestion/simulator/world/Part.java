package io.outlay.ingestion.simulator.world;

/**
 * A share of a whole.
 *
 * @param of what the share belongs to
 * @param weight its size, to be read against the sum of all parts
 */
public record Part<T>(T of, int weight) {}
