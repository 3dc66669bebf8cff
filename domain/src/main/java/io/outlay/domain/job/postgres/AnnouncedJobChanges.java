package io.outlay.domain.job.postgres;

import io.outlay.domain.database.NotificationChannel;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.job.JobChanges;
import io.outlay.domain.organization.OrganizationId;
import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Job changes as the database announces them: one listener for all who watch, and no statement for
 * a job that stands still but for a look now and then, since announcements can be lost.
 */
public final class AnnouncedJobChanges
    implements JobChanges, Notifications.Listener, AutoCloseable {

  private static final Duration WHILE_HEARING = Duration.ofSeconds(10);
  private static final Duration WHILE_DEAF = Duration.ofSeconds(1);

  private final Notifications notifications;
  private final Disposable listening;
  private final Sinks.Many<String> heard = Sinks.many().multicast().directBestEffort();

  /** Listens from now on. */
  public AnnouncedJobChanges(Notifications notifications) {
    this.notifications = notifications;
    this.listening = notifications.listen(NotificationChannel.JOB, this);
  }

  @Override
  public Flux<Long> of(OrganizationId organization, long id) {
    String key = organization + ":" + id;
    return Flux.merge(heard.asFlux().filter(key::equals), looks())
        .map(signal -> id)
        .startWith(id)
        .onBackpressureLatest();
  }

  @Override
  public void heard(String payload) {
    heard.emitNext(payload, Sinks.EmitFailureHandler.busyLooping(WHILE_DEAF));
  }

  /** The next look of each who watches makes up for what was missed. */
  @Override
  public void resumed() {}

  @Override
  public void close() {
    listening.dispose();
  }

  private Flux<String> looks() {
    return Mono.defer(() -> Mono.delay(notifications.isCurrent() ? WHILE_HEARING : WHILE_DEAF))
        .map(look -> "")
        .repeat();
  }
}
