package io.outlay.domain.risk;

/**
 * A feature of a model.
 *
 * @param name name by which it is declared
 * @param version fingerprint of how it was computed when the model learned from it; another
 *     computation under the same name is another version
 */
public record ModelFeature(String name, String version) {}
