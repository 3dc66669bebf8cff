package io.outlay.domain.platform;

/**
 * A credential nobody can read without its key.
 *
 * @param keyId id of the key it was encrypted with
 * @param nonce 12 random bytes, used once
 * @param ciphertext the secrets with their authentication tag
 */
@SuppressWarnings("ArrayRecordComponent") // carried to and from the table, never compared
public record SealedCredential(String keyId, byte[] nonce, byte[] ciphertext) {}
