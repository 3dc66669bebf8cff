package io.outlay.api.spendimport;

import org.jspecify.annotations.Nullable;

/** Content of a file; exactly one part is given. */
public record FileContentInput(@Nullable String uploadId, @Nullable String text) {}
