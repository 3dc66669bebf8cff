package io.outlay.ingestion.platform;

/**
 * One answer of a platform, word for word.
 *
 * @param part which question it answers, for example {@code ad} or {@code account-total}; a word of
 *     the platform's own package
 * @param body the answer's body
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the socket to the store, never compared
public record RawPage(String part, byte[] body) {}
