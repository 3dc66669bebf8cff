package io.outlay.api.platform;

import io.outlay.api.operation.SecretFile;
import io.outlay.domain.database.Database;
import io.outlay.domain.platform.CredentialSafe;
import io.outlay.domain.platform.EncryptionKeys;
import io.outlay.domain.platform.postgres.ReEncryption;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The keys of platform credentials; shared by the server and the command line. */
@Configuration(proxyBeanMethods = false)
public class CredentialConfiguration {

  private static final String LOCAL = "local";

  /**
   * Given by the operator, or made once under {@code outlay.home} where none is; then its id is
   * {@value #LOCAL}. Production makes none. Lazy, because most commands need no key.
   */
  @Bean
  @Lazy
  CredentialSafe credentialSafe(
      @Value("${outlay.encryption.keys:}") String keys,
      @Value("${outlay.encryption.key-id:}") String keyId,
      @Value("${outlay.home:.outlay}") Path home,
      Environment environment) {
    if (keys.isBlank() && environment.acceptsProfiles(Profiles.of("production"))) {
      throw new IllegalStateException(
          "outlay.encryption.keys and outlay.encryption.key-id are missing.");
    }
    return new CredentialSafe(
        keys.isBlank()
            ? EncryptionKeys.parse(
                LOCAL + ":" + SecretFile.readOrMake(home.resolve("encryption-key")), LOCAL)
            : EncryptionKeys.parse(keys, keyId));
  }

  @Bean
  @Lazy
  ReEncryption reEncryption(Database database, CredentialSafe safe) {
    return new ReEncryption(database, safe);
  }
}
