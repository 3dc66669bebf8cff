package io.outlay.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TokenSecretTests {

  @Test
  void holds256RandomBits() {
    TokenSecret secret = TokenSecret.random();

    assertThat(secret.reveal()).startsWith("outlay_");
    assertThat(Base64.getUrlDecoder().decode(secret.reveal().substring(7))).hasSize(32);
    assertThat(secret.reveal()).isNotEqualTo(TokenSecret.random().reveal());
  }

  @Test
  void isStoredAsSha256() {
    assertThat(HexFormat.of().formatHex(TokenSecret.shown("abc").sha256()))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void neverPrintsItself() {
    assertThat(TokenSecret.shown("outlay_secret").toString()).doesNotContain("outlay_secret");
  }

  @Test
  void knowsWhatCannotBeAToken() {
    assertThat(TokenSecret.shown("").isPlausible()).isFalse();
    assertThat(TokenSecret.shown("x".repeat(257)).isPlausible()).isFalse();
    assertThat(TokenSecret.shown("demo-admin").isPlausible()).isTrue();
  }
}
