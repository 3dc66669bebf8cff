package io.outlay.api.graphql.websocket;

import io.outlay.api.graphql.RequestContext;
import io.outlay.api.graphql.error.ProblemError;
import io.outlay.api.graphql.json.SocketJson;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Problem;
import io.outlay.domain.error.Unavailable;
import io.outlay.domain.organization.Viewer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.socket.CloseStatus;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One socket: what it has been told and what it is doing.
 *
 * <p>Messages come in one after another ({@link #receive}); what goes out is the merge of control
 * messages and running operations ({@link #outbound}), read as fast as the client takes it.
 * Operations start when the merge has room for them, so a client that does not read starts nothing.
 */
final class Socket {

  private static final int WAITING = 256;
  private static final int CONTROL = 16;

  /** How far the connection within the socket has come. */
  private enum Stage {
    OPEN,
    SIGNING_IN,
    READY,
    CLOSED
  }

  private final SocketSignIn signIn;
  private final SocketOperations operations;
  private final SocketSettings settings;
  private final Handshake handshake;

  private final Sinks.Many<Flux<String>> outbound =
      Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(WAITING));
  private final Sinks.One<CloseStatus> close = Sinks.one();
  private final Map<String, Sinks.Empty<Void>> running = new ConcurrentHashMap<>();
  private final AtomicLong started = new AtomicLong();
  private final Disposable.Composite watches = Disposables.composite();
  private volatile long heardAt = System.nanoTime();
  private Stage stage = Stage.OPEN;
  private @Nullable Viewer viewer;

  Socket(
      SocketSignIn signIn,
      SocketOperations operations,
      SocketSettings settings,
      Handshake handshake) {
    this.signIn = signIn;
    this.operations = operations;
    this.settings = settings;
    this.handshake = handshake;
  }

  /**
   * Starts the clock for {@code connection_init}.
   *
   * @param shutdown completes when the server goes down
   */
  void open(Mono<Void> shutdown) {
    watches.add(Mono.delay(settings.initTimeout()).subscribe(late -> closeUnlessInitialised()));
    watches.add(shutdown.subscribe(none -> {}, this::fail, () -> close(SocketClose.GOING_AWAY)));
  }

  /** Messages to the client, until the socket ends. */
  Flux<String> outbound() {
    return outbound.asFlux().flatMap(messages -> messages, settings.operations() + CONTROL, 1);
  }

  /** The reason for which the server ends the socket; empty when the client went first. */
  Mono<CloseStatus> closing() {
    return close.asMono();
  }

  /** Ends the socket for a reason. Only the first reason counts. */
  void close(CloseStatus status) {
    endOperations();
    close.tryEmitValue(status);
    outbound.tryEmitComplete();
  }

  /** Ends all that runs when the client has gone. */
  void stop() {
    endOperations();
    close.tryEmitEmpty();
    outbound.tryEmitComplete();
  }

  private void endOperations() {
    synchronized (this) {
      stage = Stage.CLOSED;
    }
    watches.dispose();
    running.values().forEach(Sinks.Empty::tryEmitEmpty);
    running.clear();
  }

  /** Notes that the client lives. */
  void heard() {
    heardAt = System.nanoTime();
  }

  /** Takes the next message. */
  void receive(ClientMessage message) {
    switch (message) {
      case ClientMessage.Init init -> initialise(init);
      case ClientMessage.Ping ping -> send(Flux.just(SocketJson.pong(ping.payload())));
      case ClientMessage.Pong pong -> {} // a sign of life, and nothing else
      case ClientMessage.Subscribe subscribe -> subscribe(subscribe);
      case ClientMessage.Complete complete -> cancel(complete.id());
    }
  }

  private void closeUnlessInitialised() {
    if (is(Stage.OPEN)) {
      close(SocketClose.INIT_TIMEOUT);
    }
  }

  private void initialise(ClientMessage.Init init) {
    if (!advance(Stage.OPEN, Stage.SIGNING_IN)) {
      close(SocketClose.TOO_MANY_INITS);
      return;
    }
    watches.add(
        Mono.defer(() -> handshake.signIn(init.payload(), signIn))
            .subscribe(this::welcome, this::turnAway));
  }

  private void welcome(Viewer known) {
    synchronized (this) {
      viewer = known;
    }
    if (advance(Stage.SIGNING_IN, Stage.READY)) {
      send(Flux.just(SocketJson.ack()));
      watches.add(
          signIn
              .ended(known)
              .subscribe(none -> {}, this::fail, () -> close(SocketClose.FORBIDDEN)));
      watches.add(
          Flux.interval(settings.keepAlive())
              .onBackpressureDrop()
              .subscribe(tick -> askForLife(), this::fail));
    }
  }

  private void askForLife() {
    if (System.nanoTime() - heardAt > settings.silence().toNanos()) {
      close(SocketClose.SILENT);
    } else {
      send(Flux.just(SocketJson.ping()));
    }
  }

  private void turnAway(Throwable reason) {
    close(
        switch (reason) {
          case Unavailable away -> SocketClose.LATER;
          case Problem wrong -> SocketClose.FORBIDDEN;
          default -> SocketClose.FAILED;
        });
  }

  private void fail(Throwable reason) {
    close(SocketClose.FAILED);
  }

  private void subscribe(ClientMessage.Subscribe subscribe) {
    RequestContext context = contextOfNext();
    if (context == null) {
      close(SocketClose.UNAUTHORIZED);
      return;
    }
    Sinks.Empty<Void> end = Sinks.empty();
    if (running.size() >= settings.operations() && !running.containsKey(subscribe.id())) {
      send(Flux.just(SocketJson.error(subscribe.id(), List.of(tooMany()))));
    } else if (running.putIfAbsent(subscribe.id(), end) != null) {
      close(SocketClose.duplicate(subscribe.id()));
    } else {
      send(messages(subscribe, context, end));
    }
  }

  private Flux<String> messages(
      ClientMessage.Subscribe subscribe, RequestContext context, Sinks.Empty<Void> end) {
    String id = subscribe.id();
    return operations
        .messages(id, subscribe.payload(), context)
        .concatWith(Mono.fromSupplier(() -> last(id, end, SocketJson.complete(id))))
        .onErrorResume(
            SocketOperations.Ended.class, ended -> Mono.just(last(id, end, ended.text())))
        .takeUntilOther(end.asMono());
  }

  /** Frees the id before the client learns that it may use it again. */
  private String last(String id, Sinks.Empty<Void> end, String message) {
    running.remove(id, end);
    return message;
  }

  private void cancel(String id) {
    Sinks.Empty<Void> end = running.remove(id);
    if (end != null) {
      end.tryEmitEmpty();
    }
  }

  private void send(Flux<String> messages) {
    if (outbound.tryEmitNext(messages) == Sinks.EmitResult.FAIL_OVERFLOW) {
      close(SocketClose.UNREAD);
    }
  }

  private synchronized boolean is(Stage expected) {
    return stage == expected;
  }

  private synchronized boolean advance(Stage from, Stage to) {
    if (stage != from) {
      return false;
    }
    stage = to;
    return true;
  }

  private synchronized @Nullable RequestContext contextOfNext() {
    return stage == Stage.READY && viewer != null
        ? new RequestContext(viewer, handshake.requestId() + "." + started.incrementAndGet())
        : null;
  }

  private ProblemError tooMany() {
    return ProblemError.of(
        new BadRequest(
            "This socket already runs %d operations; complete one first."
                .formatted(settings.operations())));
  }
}
