package io.outlay.api.paging;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the signer of cursors. */
@Configuration(proxyBeanMethods = false)
class CursorConfiguration {

  private static final int BYTES = 32;

  /**
   * @param secret setting {@code outlay.cursor-secret}, the same in every process; where it is
   *     empty, cursors end with the process that made them
   */
  @Bean
  Cursors cursors(@Value("${outlay.cursor-secret:}") String secret) {
    return new Cursors(secret.isEmpty() ? random() : secret.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
