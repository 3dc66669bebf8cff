package io.outlay.ingestion.simulator.googleads;

/** Ends the work on a call with an error; its form is known only where the call is. */
final class GoogleFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient GoogleError error;

  GoogleFailure(GoogleError error) {
    super(error.reason(), null, false, false);
    this.error = error;
  }

  GoogleError error() {
    return error;
  }
}
