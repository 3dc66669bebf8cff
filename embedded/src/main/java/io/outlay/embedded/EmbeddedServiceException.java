package io.outlay.embedded;

/** A service could not be started or stopped; the message says which, why, and what can be done. */
public class EmbeddedServiceException extends RuntimeException {

  EmbeddedServiceException(String message) {
    super(message);
  }

  EmbeddedServiceException(String message, Throwable cause) {
    super(message, cause);
  }
}
