package io.outlay.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.Unauthenticated;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class BearerTokenTests {

  @Test
  void takesTheTokenFromTheHeader() {
    assertThat(BearerToken.of(get("/graphql").header("Authorization", "bearer  abc ").build()))
        .contains("abc");
    assertThat(BearerToken.of(get("/graphql").build())).isEmpty();
  }

  @Test
  void refusesATokenInTheAddress() {
    for (String parameter : new String[] {"access_token", "token", "authorization"}) {
      assertThatThrownBy(() -> BearerToken.of(get("/graphql?" + parameter + "=abc").build()))
          .isInstanceOf(Unauthenticated.class)
          .hasMessageContaining("address");
    }
  }

  @Test
  void refusesOtherSchemesAndSeveralTokens() {
    assertThatThrownBy(
            () -> BearerToken.of(get("/graphql").header("Authorization", "Basic abc").build()))
        .isInstanceOf(Unauthenticated.class);
    assertThatThrownBy(
            () ->
                BearerToken.of(
                    get("/graphql").header("Authorization", "Bearer a", "Bearer b").build()))
        .isInstanceOf(Unauthenticated.class);
  }

  private static MockServerHttpRequest.BaseBuilder<?> get(String address) {
    return MockServerHttpRequest.get(address);
  }
}
