package io.outlay.api.token;

import io.outlay.domain.organization.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a new token may do and see, as a caller writes it. */
record ApiTokenCreateInput(
    String name,
    Role role,
    @Nullable Instant expiresAt,
    @Nullable List<String> channels,
    @Nullable List<String> adAccountIds) {}
