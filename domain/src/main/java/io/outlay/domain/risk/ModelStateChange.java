package io.outlay.domain.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in a model's life.
 *
 * @param from null where it was registered
 * @param reason why, in words
 * @param changedBy who, for people
 */
public record ModelStateChange(
    long modelId,
    @Nullable ModelState from,
    ModelState to,
    String reason,
    String changedBy,
    Instant changedAt) {}
