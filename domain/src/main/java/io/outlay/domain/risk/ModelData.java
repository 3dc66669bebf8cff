package io.outlay.domain.risk;

import java.time.Instant;

/**
 * What a model learned from.
 *
 * @param from time of the earliest row
 * @param to time of the latest row
 * @param knownBy nothing recorded later was used
 * @param rows number of rows
 * @param positives of them those in which it happened
 * @param hash SHA-256 of rows and outcomes, hexadecimal
 * @param definition what was foretold, in words
 */
public record ModelData(
    Instant from,
    Instant to,
    Instant knownBy,
    int rows,
    int positives,
    String hash,
    String definition) {}
