package io.outlay.domain.version.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.NotificationChannel;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.version.DataVersion;
import io.outlay.domain.version.DataVersionRaised;
import io.outlay.domain.version.DataVersions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Versions as the database announces them. As long as it is not certain that every announcement has
 * been heard, the database is asked each time.
 */
public final class PostgresDataVersions implements DataVersions, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresDataVersions.class);

  private static final String CURRENT =
      "SELECT data_version, version_committed_at FROM organization WHERE organization_id = $1";

  private final Database database;
  private final Notifications notifications;
  private final VersionBoard board = new VersionBoard();
  private final Disposable listening;

  /** Hears what is announced from now on, until it is closed. */
  public PostgresDataVersions(Database database, Notifications notifications) {
    this.database = database;
    this.notifications = notifications;
    this.listening = notifications.listen(NotificationChannel.DATA_VERSION, new Ear());
  }

  @Override
  public Mono<DataVersion> current(OrganizationId organization) {
    return Mono.defer(
        () -> {
          DataVersion known = known(organization);
          return known != null ? Mono.just(known) : ask(organization);
        });
  }

  @Override
  public @Nullable DataVersion known(OrganizationId organization) {
    return notifications.isCurrent() ? board.latest(organization) : null;
  }

  @Override
  public Flux<DataVersion> changes(OrganizationId organization) {
    return board.changes(organization);
  }

  @Override
  public void committed(DataVersionRaised raised) {
    board.post(raised);
  }

  @Override
  public void close() {
    listening.dispose();
  }

  private Mono<DataVersion> ask(OrganizationId organization) {
    int generation = board.generation();
    return database
        .inOrganization(organization)
        .one(
            CURRENT,
            List.of(organization.value()),
            row ->
                new DataVersion(
                    Objects.requireNonNull(row.get("data_version", Long.class)),
                    Objects.requireNonNull(row.get("version_committed_at", Instant.class))))
        .doOnNext(version -> note(generation, new DataVersionRaised(organization, version)));
  }

  /** An answer may be kept only if nothing can have been missed since the question. */
  private void note(int generation, DataVersionRaised answer) {
    if (notifications.isCurrent() && generation == board.generation()) {
      board.post(answer);
    }
  }

  private final class Ear implements Notifications.Listener {

    @Override
    public void heard(String payload) {
      board.post(VersionNotice.parse(payload));
    }

    /** Whoever listens already must hear what was raised while nothing was heard. */
    @Override
    public void resumed() {
      board.forget();
      Flux.fromIterable(board.listenedFor())
          .flatMap(
              organization ->
                  ask(organization)
                      .doOnNext(version -> committed(new DataVersionRaised(organization, version))),
              2)
          .subscribe(version -> {}, error -> LOG.warn("versions could not be read again", error));
    }
  }
}
