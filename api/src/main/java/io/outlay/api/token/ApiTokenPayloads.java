package io.outlay.api.token;

import io.outlay.api.usererror.UserError;
import io.outlay.domain.organization.ApiToken;
import io.outlay.domain.organization.CreatedToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers of the mutations on tokens. */
final class ApiTokenPayloads {

  private ApiTokenPayloads() {}

  /**
   * A token was made.
   *
   * @param secret told here and never again
   */
  record Created(
      @Nullable ApiTokenView apiToken, @Nullable String secret, List<UserError> userErrors) {

    static Created of(CreatedToken made) {
      return new Created(ApiTokenView.of(made.token()), made.secret().reveal(), List.of());
    }

    /** Hides the secret, so that no log tells it. */
    @Override
    public String toString() {
      return "Created[" + apiToken + "]";
    }
  }

  /** A token was ended. */
  record Revoked(@Nullable ApiTokenView apiToken, List<UserError> userErrors) {

    static Revoked of(ApiToken token) {
      return new Revoked(ApiTokenView.of(token), List.of());
    }
  }
}
