package io.outlay.ingestion.simulator.fault;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.CallMeter;
import io.outlay.ingestion.simulator.http.PlatformServer;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.world.AdPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A platform with its limit of calls and its switched-on faults. */
public final class FaultyServer {

  private final AdPlatform platform;
  private final PlatformServer server;
  private final Faults faults;
  private final CallMeter meter;

  /** Plays {@code server} with {@code faults}, within the limit of {@code meter}. */
  public FaultyServer(AdPlatform platform, PlatformServer server, Faults faults, CallMeter meter) {
    this.platform = platform;
    this.server = server;
    this.faults = faults;
    this.meter = meter;
  }

  /** The answer, spoilt as switched. Never comes where a fault says so. */
  public Mono<FaultyReply> answer(Call call) {
    Optional<String> account = server.accountOf(call);
    List<Fault> taken = faults.take(platform, account, call);
    Set<String> quirks =
        taken.stream().map(fault -> fault.kind().name()).collect(Collectors.toSet());
    if (quirks.contains(FaultKind.TOO_MANY_REQUESTS_WITHOUT_HINT.name())) {
      quirks.add("NO_RETRY_DELAY");
    }
    Instant time = call.now();
    for (Fault fault : taken) {
      time = fault.kind() == FaultKind.CLOCK_SKEW ? time.plus(fault.length()) : time;
    }
    Call seen = call.at(time, quirks);
    boolean allowed = meter.take(platform + account.orElse("0"));
    Mono<FaultyReply> reply =
        Mono.fromSupplier(
            () -> {
              Reply plain = allowed ? reply(seen, taken) : server.throttled(seen);
              return new FaultyReply(
                  spoilt(plain, taken), seen.now(), has(taken, FaultKind.DROPPED_CONNECTION));
            });
    return delayed(reply, taken);
  }

  private Reply reply(Call call, List<Fault> taken) {
    for (Fault fault : taken) {
      switch (fault.kind()) {
        case TOO_MANY_REQUESTS, TOO_MANY_REQUESTS_WITHOUT_HINT -> {
          return server.throttled(call);
        }
        case SERVER_ERROR -> {
          return server.broken(call);
        }
        case EXPIRED_TOKEN -> {
          return server.expired(call);
        }
        case REVOKED_TOKEN -> {
          return server.revoked(call);
        }
        default -> {}
      }
    }
    return server.answer(call);
  }

  private static Reply spoilt(Reply plain, List<Fault> taken) {
    if (has(taken, FaultKind.GARBAGE_BODY)) {
      byte[] garbage = "<html>\u0000 not what you asked for {{{".getBytes(StandardCharsets.UTF_8);
      return plain.as(plain.contentType(), Flux.just(garbage));
    }
    return has(taken, FaultKind.WRONG_CONTENT_TYPE)
        ? plain.as("text/html; charset=UTF-8", plain.body())
        : has(taken, FaultKind.TRUNCATED_BODY)
            ? plain.as(plain.contentType(), FaultyReply.half(plain.body()))
            : plain;
  }

  private static Mono<FaultyReply> delayed(Mono<FaultyReply> reply, List<Fault> taken) {
    if (has(taken, FaultKind.HANGING)) {
      return Mono.never();
    }
    return taken.stream()
        .filter(fault -> fault.kind() == FaultKind.SLOW)
        .findFirst()
        .map(fault -> reply.delaySubscription(fault.length()))
        .orElse(reply);
  }

  private static boolean has(List<Fault> taken, FaultKind kind) {
    return taken.stream().anyMatch(fault -> fault.kind() == kind);
  }
}
