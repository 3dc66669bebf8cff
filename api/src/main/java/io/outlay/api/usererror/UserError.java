package io.outlay.api.usererror;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem in a mutation's input.
 *
 * @param message what is wrong and what would be right
 * @param field path into the arguments; null when no single field is at fault
 */
public record UserError(String message, @Nullable List<String> field, UserErrorCode code) {}
