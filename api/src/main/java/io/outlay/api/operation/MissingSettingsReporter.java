package io.outlay.api.operation;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints what is missing and nothing else: logging is not up yet, and a trace helps nobody. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingSettingsReporter implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    if (failure instanceof MissingSettings) {
      System.err.println(failure.getMessage());
      return true;
    }
    return false;
  }
}
