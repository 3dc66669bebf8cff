package io.outlay.domain.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.organization.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialSafeTests {

  private static final OrganizationId OWNER = new OrganizationId(7);
  private static final String FIRST = "first:" + key(1);
  private static final String SECOND = "second:" + key(2);
  private static final PlatformCredential CREDENTIAL =
      new PlatformCredential(Map.of("accessToken", "canary-1f0c", "appSecret", "s3cret"));

  private final CredentialSafe safe = new CredentialSafe(EncryptionKeys.parse(FIRST, "first"));

  @Test
  void opensWhatItSealed() {
    SealedCredential sealed = safe.seal(OWNER, 3, CREDENTIAL);

    assertThat(safe.open(OWNER, 3, sealed)).isEqualTo(CREDENTIAL);
    assertThat(new String(sealed.ciphertext(), StandardCharsets.ISO_8859_1))
        .doesNotContain("canary-1f0c", "accessToken");
  }

  @Test
  void neverUsesANonceTwice() {
    assertThat(safe.seal(OWNER, 3, CREDENTIAL).nonce())
        .isNotEqualTo(safe.seal(OWNER, 3, CREDENTIAL).nonce());
  }

  @Test
  void opensForNoOtherOwnerAndNotWhenChanged() {
    SealedCredential sealed = safe.seal(OWNER, 3, CREDENTIAL);

    assertThatThrownBy(() -> safe.open(OWNER, 4, sealed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> safe.open(new OrganizationId(8), 3, sealed))
        .isInstanceOf(IllegalStateException.class);
    sealed.ciphertext()[5] ^= 1;
    assertThatThrownBy(() -> safe.open(OWNER, 3, sealed)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void opensWithAFormerKeyAndSealsWithTheCurrentOne() {
    SealedCredential old = safe.seal(OWNER, 3, CREDENTIAL);
    CredentialSafe both =
        new CredentialSafe(EncryptionKeys.parse(FIRST + " , " + SECOND, "second"));

    assertThat(both.open(OWNER, 3, old)).isEqualTo(CREDENTIAL);
    assertThat(both.seal(OWNER, 3, CREDENTIAL).keyId()).isEqualTo("second");
    CredentialSafe onlyNew = new CredentialSafe(EncryptionKeys.parse(SECOND, "second"));
    assertThatThrownBy(() -> onlyNew.open(OWNER, 3, old)).hasMessageContaining("\"first\"");
  }

  @Test
  void refusesKeysThatAreNoneWithoutRepeatingThem() {
    assertThatThrownBy(() -> EncryptionKeys.parse("first:c2hvcnQ=", "first"))
        .hasMessageContaining("5 bytes")
        .hasMessageNotContaining("c2hvcnQ");
    assertThatThrownBy(() -> EncryptionKeys.parse("first:!no!", "first"))
        .hasMessageNotContaining("!no!");
    assertThatThrownBy(() -> EncryptionKeys.parse(FIRST, "other")).hasMessageContaining("[first]");
    assertThatThrownBy(() -> EncryptionKeys.parse(FIRST + "," + FIRST, "first"))
        .hasMessageContaining("each id once");
    assertThat(EncryptionKeys.parse(FIRST, "first").toString()).doesNotContain(key(1));
  }

  private static String key(int seed) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) seed);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
