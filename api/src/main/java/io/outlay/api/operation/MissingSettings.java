package io.outlay.api.operation;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/** The server was told to run in production without all it needs; its message is for a person. */
final class MissingSettings extends RuntimeException implements ExitCodeGenerator {

  MissingSettings(List<String> missing) {
    super(
        "Outlay cannot start in profile production. Missing settings:\n  "
            + String.join("\n  ", missing),
        null,
        false,
        false);
  }

  @Override
  public int getExitCode() {
    return 1;
  }
}
