package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.api.whole.Ledger.SpendFile;
import io.outlay.api.whole.SteadyReader.Reading;
import io.outlay.embedded.EmbeddedService;
import io.outlay.embedded.ServiceKind;
import io.outlay.embedded.test.SharedServices;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A whole server under reads and imports while a service is stopped or frozen, and comes back. */
class ServicesAwayFaultTests {

  private static final Duration AWAY = Duration.ofSeconds(6);
  private static final Duration LONGEST_READ = Duration.ofSeconds(5);
  private static final Duration RECOVERY = Duration.ofSeconds(15);
  private static final Duration FIRST_IMPORT = Duration.ofSeconds(45);
  private static final Duration REDIS_TIMEOUT = Duration.ofMillis(300);
  private static final Ledger LEDGER = new Ledger(4);

  private static FaultStage stage;
  private static ServerProcess server;

  /** How a service goes away, and comes back. */
  enum Way {
    STOPPED {
      @Override
      void away(EmbeddedService service) {
        service.stop();
      }

      @Override
      void back(EmbeddedService service) {
        service.start();
      }
    },
    FROZEN {
      @Override
      void away(EmbeddedService service) {
        service.pause();
      }

      @Override
      void back(EmbeddedService service) {
        service.resume();
      }
    };

    abstract void away(EmbeddedService service);

    abstract void back(EmbeddedService service);
  }

  @BeforeAll
  static void start() throws IOException {
    stage = new FaultStage();
    server = stage.start("services-away", "--outlay.limits.cost.per-second=100000");
    SpendFile file = LEDGER.write("first", 30, 10);
    server.caller().awaitSuccess(server.caller().submit(file), FIRST_IMPORT);
    LEDGER.book(file);
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "REDIS, STOPPED",
    "REDIS, FROZEN",
    "KAFKA, STOPPED",
    "KAFKA, FROZEN",
    "POSTGRESQL, STOPPED",
    "POSTGRESQL, FROZEN"
  })
  void readsAnswerOrFailClearlyAndAllGoesOnByItself(ServiceKind kind, Way way) throws Exception {
    EmbeddedService service = service(kind);
    SpendFile file = LEDGER.write(kind + "-" + way, 60, 20);
    try (SteadyReader reader = new SteadyReader(server.caller())) {
      long began = System.nanoTime();
      Await.within(RECOVERY, "a first answer", () -> hasData(reader, began));
      String job = server.caller().submit(file);
      long inVain = waitsForRedisInVain();
      long away = System.nanoTime();
      way.away(service);
      try {
        stays(kind);
        if (kind == ServiceKind.REDIS) {
          assertThat(waitsForRedisInVain() - inVain).isLessThanOrEqualTo(1);
        }
      } finally {
        way.back(service);
      }
      long back = System.nanoTime();
      Await.within(RECOVERY, "an answer after " + kind + " came back", () -> hasData(reader, back));
      LEDGER.book(file);
      server.caller().awaitSuccess(job, leftToRecover(back));
      server.caller().assertTotals(LEDGER.totals());
      Await.within(leftToRecover(back), "good health", () -> health().equals("UP"));
      assertReadings(kind, reader.since(away));
    }
    assertThat(stage.number("SELECT count(*) FROM fact")).isEqualTo(LEDGER.totals().rows());
    assertThat(stage.number("SELECT count(*) FROM dead_letter")).isZero();
  }

  private static void stays(ServiceKind kind) {
    long began = System.nanoTime();
    if (kind == ServiceKind.POSTGRESQL) {
      Await.within(AWAY, "not ready", () -> status("readiness") == 503);
    } else {
      Await.within(AWAY, "degraded", () -> health().equals("DEGRADED"));
    }
    Await.within(AWAY.plusSeconds(5), "end of the outage", () -> isAsTold(kind, began));
  }

  private static boolean isAsTold(ServiceKind kind, long began) {
    assertThat(status("liveness")).isEqualTo(200);
    if (kind != ServiceKind.POSTGRESQL) {
      assertThat(status("readiness")).isEqualTo(200);
    }
    return System.nanoTime() - began > AWAY.toNanos();
  }

  private static void assertReadings(ServiceKind kind, List<Reading> readings) {
    assertThat(readings)
        .allSatisfy(reading -> assertThat(reading.took()).isLessThan(LONGEST_READ))
        .allSatisfy(
            reading -> assertThat(reading.outcome()).isIn("DATA", "UNAVAILABLE, retryable"));
    if (kind != ServiceKind.POSTGRESQL) {
      assertThat(readings).allMatch(Reading::isData);
      // Were each read to wait for the missing service, all would take as long as its limit.
      List<Duration> sorted = readings.stream().map(Reading::took).sorted().toList();
      assertThat(sorted.get(sorted.size() / 2)).isLessThan(REDIS_TIMEOUT);
    }
  }

  private static Duration leftToRecover(long back) {
    return RECOVERY.minusNanos(System.nanoTime() - back);
  }

  /** How many requests have waited for Redis and got nothing, as the server itself counts them. */
  private static long waitsForRedisInVain() {
    return server
        .caller()
        .text("/actuator/prometheus")
        .lines()
        .filter(line -> line.startsWith("outlay_cache_redis_seconds_count"))
        .filter(line -> line.contains("outcome=\"in_vain\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static boolean hasData(SteadyReader reader, long since) {
    return reader.since(since).stream().anyMatch(Reading::isData);
  }

  private static int status(String group) {
    return server.caller().status("/actuator/health/" + group);
  }

  private static String health() {
    JsonNode health = server.caller().read("/actuator/health");
    return health.at("/status").asString("");
  }

  private static EmbeddedService service(ServiceKind kind) {
    return switch (kind) {
      case POSTGRESQL -> SharedServices.get().postgres();
      case REDIS -> SharedServices.get().redis();
      case KAFKA -> SharedServices.get().kafka();
    };
  }
}
