package io.outlay.domain.rawinput;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file kept as it was uploaded.
 *
 * @param fileName as the uploader called it; for people only
 * @param uploader caller that sent it, as the audit log names it; null for the program's own
 * @param byteCount size of the file itself
 * @param sha256 of the file itself, 64 hexadecimal digits
 * @param chunkCount compressed pieces it is kept in
 * @param expiresAt when it may be removed
 */
public record RawInput(
    OrganizationId organization,
    long id,
    String fileName,
    @Nullable String uploader,
    long byteCount,
    String sha256,
    int chunkCount,
    Instant createdAt,
    Instant expiresAt) {}
