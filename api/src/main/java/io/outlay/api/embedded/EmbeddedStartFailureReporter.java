package io.outlay.api.embedded;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Prints the message of an {@link EmbeddedStartFailure} and nothing else: logging is not up yet,
 * and a trace helps nobody.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class EmbeddedStartFailureReporter implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    if (failure instanceof EmbeddedStartFailure) {
      System.err.println(failure.getMessage());
      return true;
    }
    return false;
  }
}
