package io.outlay.domain.platform;

import io.outlay.domain.performance.AdAccountKey;

/**
 * One ad account, opened.
 *
 * @param apiVersion version or dialect of the platform's API to talk to it by, for example {@code
 *     v26.0}, {@code v5} or {@code platform-v1}
 */
public record PlatformConnection(
    AdAccountKey account, String apiVersion, PlatformCredential credential) {}
