package io.outlay.domain.platform;

import io.outlay.domain.organization.OrganizationId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encrypts credentials with AES-256-GCM and opens them again. Organization and account are
 * authenticated along, so that a row copied to another account does not open there.
 */
public final class CredentialSafe {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final TypeReference<Map<String, String>> SECRETS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final EncryptionKeys keys;
  private final SecureRandom random = new SecureRandom();

  /** Encrypts with the current one of the keys and opens with any. */
  public CredentialSafe(EncryptionKeys keys) {
    this.keys = keys;
  }

  /** Id of the key that is used now. */
  public String currentKeyId() {
    return keys.currentId();
  }

  /** Encrypts a credential for one account. */
  public SealedCredential seal(
      OrganizationId organization, long adAccountId, PlatformCredential credential) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] plain = JSON.writeValueAsBytes(credential.reveal());
    byte[] owner = owner(organization, adAccountId);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, keys.of(keys.currentId()), nonce, owner, plain);
    return new SealedCredential(keys.currentId(), nonce, sealed);
  }

  /**
   * Opens the credential of one account.
   *
   * @throws IllegalStateException when its key is not known, or it belongs to another account or
   *     was changed
   */
  public PlatformCredential open(
      OrganizationId organization, long adAccountId, SealedCredential sealed) {
    byte[] plain =
        run(
            Cipher.DECRYPT_MODE,
            keys.of(sealed.keyId()),
            sealed.nonce(),
            owner(organization, adAccountId),
            sealed.ciphertext());
    return new PlatformCredential(JSON.readValue(plain, SECRETS));
  }

  private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] owner, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException wrong) {
      throw new IllegalStateException(
          "a credential does not open: it was changed, or belongs to another account", wrong);
    }
  }

  private static byte[] owner(OrganizationId organization, long adAccountId) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(organization.value())
        .putLong(adAccountId)
        .array();
  }
}
