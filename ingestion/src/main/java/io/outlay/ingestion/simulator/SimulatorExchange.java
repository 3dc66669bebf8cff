package io.outlay.ingestion.simulator;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.outlay.ingestion.simulator.clock.SimulatorClock;
import io.outlay.ingestion.simulator.fault.FaultControl;
import io.outlay.ingestion.simulator.fault.FaultyReply;
import io.outlay.ingestion.simulator.fault.FaultyServer;
import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.CallJournal;
import io.outlay.ingestion.simulator.http.Calls;
import io.outlay.ingestion.simulator.http.Json;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Leads every request to the host it is for, and writes what that host answers. */
final class SimulatorExchange {

  static final String CONTROL = "control";

  private static final Duration UNTIL_SENT = Duration.ofMillis(20);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final SimulatorClock clock;
  private final FaultControl control;
  private final CallJournal journal;
  private final FaultyServer meta;
  private final FaultyServer googleAds;
  private final FaultyServer appleAds;

  SimulatorExchange(
      SimulatorClock clock,
      FaultControl control,
      CallJournal journal,
      FaultyServer meta,
      FaultyServer googleAds,
      FaultyServer appleAds) {
    this.clock = clock;
    this.control = control;
    this.journal = journal;
    this.meta = meta;
    this.googleAds = googleAds;
    this.appleAds = appleAds;
  }

  Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    List<String> path = Calls.path(request);
    String first = path.isEmpty() ? "" : path.getFirst();
    Mono<FaultyReply> reply =
        first.equals(CONTROL)
            ? call(request, SimulatedHost.META_GRAPH).map(control::answer).map(this::plain)
            : SimulatedHost.of(first)
                .map(
                    host ->
                        call(request, host).doOnNext(journal::note).flatMap(server(host)::answer))
                .orElseGet(() -> Mono.just(plain(unknown(first))));
    return reply
        .onErrorResume(IllegalArgumentException.class, error -> Mono.just(plain(tooLarge(error))))
        .flatMap(answer -> Mono.from(write(answer, response)));
  }

  private Mono<Call> call(HttpServerRequest request, SimulatedHost host) {
    String baseUrl = "http://" + request.requestHeaders().get(HttpHeaderNames.HOST);
    return Calls.read(request, host, baseUrl, clock.instant());
  }

  private FaultyServer server(SimulatedHost host) {
    return switch (host) {
      case META_GRAPH -> meta;
      case GOOGLE_ADS, GOOGLE_OAUTH -> googleAds;
      case APPLE_ID, APPLE_SEARCH_ADS, APPLE_ADS -> appleAds;
    };
  }

  private FaultyReply plain(Reply reply) {
    return new FaultyReply(reply, clock.instant(), false);
  }

  private static Reply unknown(String first) {
    String known =
        String.join(
            ", ", Arrays.stream(SimulatedHost.values()).map(SimulatedHost::hostName).toList());
    return Reply.json(
        404, Json.object().put("error", "'%s' is none of %s".formatted(first, known)));
  }

  private static Reply tooLarge(Throwable error) {
    String reason = Optional.ofNullable(error.getMessage()).orElse("the request is not understood");
    return Reply.json(413, Json.object().put("error", reason));
  }

  private static Publisher<Void> write(FaultyReply answer, HttpServerResponse response) {
    Reply reply = answer.reply();
    response.status(reply.status());
    response.header(HttpHeaderNames.CONTENT_TYPE, reply.contentType());
    response.header(HttpHeaderNames.DATE, date(answer.date()));
    reply.headers().forEach(response::header);
    return answer.dropped()
        ? FaultyReply.whole(reply.body()).flatMap(body -> drop(body, response))
        : response.sendByteArray(reply.body());
  }

  /** Announces the whole, sends half and hangs up: an error in the middle closes a connection. */
  private static Mono<Void> drop(byte[] body, HttpServerResponse response) {
    response.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
    Mono<byte[]> cut = Mono.delay(UNTIL_SENT).then(Mono.error(new CutOff()));
    byte[] half = Arrays.copyOf(body, body.length / 2);
    return Mono.from(response.sendByteArray(Flux.just(half).concatWith(cut)));
  }

  private static String date(Instant instant) {
    return DATE.format(instant);
  }

  /** Says in the log in one line that this was meant. */
  private static final class CutOff extends IOException {

    private static final long serialVersionUID = 1L;

    CutOff() {
      super("cut off on purpose, as switched");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
