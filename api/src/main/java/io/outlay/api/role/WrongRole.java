package io.outlay.api.role;

import org.springframework.boot.ExitCodeGenerator;

/** The setting {@code outlay.roles} names what is no role; the message is for a person. */
public final class WrongRole extends RuntimeException implements ExitCodeGenerator {

  WrongRole(String given) {
    super(
        "Outlay cannot start: outlay.roles (environment OUTLAY_ROLES) names \""
            + given
            + "\"; expected one or more of "
            + String.join(", ", ProcessRole.names())
            + ", separated by commas.",
        null,
        false,
        false);
  }

  @Override
  public int getExitCode() {
    return 1;
  }
}
