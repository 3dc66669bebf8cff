package io.outlay.api.embedded;

import io.outlay.embedded.EmbeddedServiceException;
import org.springframework.boot.ExitCodeGenerator;

/** The server cannot start for want of an embedded service; its message is all a person needs. */
class EmbeddedStartFailure extends RuntimeException implements ExitCodeGenerator {

  EmbeddedStartFailure(EmbeddedServiceException cause) {
    super(cause.getMessage(), cause);
  }

  @Override
  public int getExitCode() {
    return 1;
  }
}
