package io.outlay.api.role;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints which roles there are and nothing else: logging is not up yet. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WrongRoleReporter implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    if (failure instanceof WrongRole) {
      System.err.println(failure.getMessage());
      return true;
    }
    return false;
  }
}
