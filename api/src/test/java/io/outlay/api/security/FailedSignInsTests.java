package io.outlay.api.security;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outlay.domain.error.RateLimited;
import io.outlay.domain.error.Unauthenticated;
import io.outlay.domain.error.Unavailable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class FailedSignInsTests {

  private final FailedSignIns failures = new FailedSignIns(new SimpleMeterRegistry());

  @Test
  void makesAnAddressWaitThatGuesses() {
    for (int i = 0; i < FailedSignIns.MOST; i++) {
      StepVerifier.create(failures.admit("10.0.0.1")).verifyComplete();
      failures.count("10.0.0.1", new Unauthenticated("no"));
    }

    StepVerifier.create(failures.admit("10.0.0.1")).verifyError(RateLimited.class);
    StepVerifier.create(failures.admit("10.0.0.2")).verifyComplete();
  }

  @Test
  void doesNotBlameAnAddressForWhatIsAway() {
    for (int i = 0; i < 2 * FailedSignIns.MOST; i++) {
      failures.count("10.0.0.1", new Unavailable("away"));
    }

    StepVerifier.create(failures.admit("10.0.0.1")).verifyComplete();
  }
}
