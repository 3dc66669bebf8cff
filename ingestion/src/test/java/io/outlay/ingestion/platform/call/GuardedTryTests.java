package io.outlay.ingestion.platform.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.AdAccountKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class GuardedTryTests {

  private static final int ENOUGH = 10;

  private Instant now = Instant.EPOCH;
  private final CircuitBreaker breaker =
      new AccountBreakers(() -> now).of(new AdAccountKey(new OrganizationId(1), "TEST", "a"));

  @Test
  void aLongAnswerThatBeginsAtOnceIsNotSlow() {
    tries(Duration.ofSeconds(1), Duration.ofMinutes(2));

    assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  void anAnswerThatBeginsLateIsSlow() {
    tries(Duration.ofSeconds(6), Duration.ZERO);

    assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
  }

  private void tries(Duration untilHead, Duration untilEnd) {
    for (int i = 0; i < ENOUGH; i++) {
      GuardedTry.of(breaker, () -> now, one -> answer(one, untilHead, untilEnd)).block();
    }
  }

  private Mono<String> answer(GuardedTry one, Duration untilHead, Duration untilEnd) {
    return Mono.fromSupplier(
        () -> {
          one.sent();
          now = now.plus(untilHead);
          one.begun();
          now = now.plus(untilEnd);
          return "answer";
        });
  }
}
