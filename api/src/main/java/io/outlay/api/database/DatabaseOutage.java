package io.outlay.api.database;

import io.outlay.api.graphql.Outage;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.error.Unavailable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends operations when PostgreSQL has not answered anything for three seconds. A stopped one says
 * so by itself; one that hangs would keep them until their time is over.
 */
@Component
class DatabaseOutage implements Outage, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(DatabaseOutage.class);

  private static final Duration SILENCE = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Disposable looking;
  private volatile Sinks.Empty<Void> running = Sinks.empty();

  DatabaseOutage(Notifications notifications) {
    // Two looks in a row: a process that was itself held up for a while must not blame PostgreSQL.
    this.looking =
        Flux.interval(LOOK)
            .onBackpressureDrop()
            .map(tick -> notifications.silence().compareTo(SILENCE) > 0)
            .buffer(2)
            .subscribe(silent -> endRunning(silent.stream().allMatch(one -> one)));
  }

  @Override
  public <T> Mono<T> signal() {
    return running.asMono().then(Mono.error(DatabaseOutage::silent));
  }

  @Override
  public void destroy() {
    looking.dispose();
  }

  private void endRunning(boolean isSilent) {
    if (isSilent && running.currentSubscriberCount() > 0) {
      Sinks.Empty<Void> ended = running;
      running = Sinks.empty();
      log.warn("PostgreSQL is silent: {} operations are ended", ended.currentSubscriberCount());
      ended.tryEmitEmpty();
    }
  }

  private static Unavailable silent() {
    return new Unavailable("A service Outlay depends on does not answer now. Retry later.");
  }
}
