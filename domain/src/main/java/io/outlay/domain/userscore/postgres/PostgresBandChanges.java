package io.outlay.domain.userscore.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.NotificationChannel;
import io.outlay.domain.database.Notifications;
import io.outlay.domain.database.Rows;
import io.outlay.domain.error.CursorExpired;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.BandChange;
import io.outlay.domain.userscore.BandChanges;
import io.outlay.domain.userscore.RiskBand;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Changes of bands in table {@code band_change}. The database announces them; since announcements
 * can be lost, whoever follows also looks now and then.
 */
public final class PostgresBandChanges
    implements BandChanges, Notifications.Listener, AutoCloseable {

  private static final Duration WHILE_HEARING = Duration.ofSeconds(10);
  private static final Duration WHILE_DEAF = Duration.ofSeconds(1);

  private static final String LATEST =
      "SELECT latest AS number FROM band_change_counter WHERE organization_id = $1";

  private static final String REMOVED =
      "SELECT removed AS number FROM band_change_counter WHERE organization_id = $1";

  private static final String AFTER =
      """
      SELECT number, kind, user_id, previous_band, band, probability, model_id, model_number, occurred_at
        FROM band_change WHERE organization_id = $1 AND number > $2 ORDER BY number LIMIT $3\
      """;

  private static final String REMOVE =
      """
      WITH old AS (
        SELECT max(number) AS number FROM band_change WHERE organization_id = $1 AND occurred_at < $2
      ), told AS (
        UPDATE band_change_counter SET removed = old.number FROM old
         WHERE organization_id = $1 AND old.number > removed RETURNING removed
      )
      DELETE FROM band_change USING told WHERE organization_id = $1 AND number <= told.removed\
      """;

  private final Database database;
  private final Notifications notifications;
  private final Disposable listening;
  private final Sinks.Many<String> heard = Sinks.many().multicast().directBestEffort();

  /** Listens from now on. */
  public PostgresBandChanges(Database database, Notifications notifications) {
    this.database = database;
    this.notifications = notifications;
    this.listening = notifications.listen(NotificationChannel.BAND_CHANGE, this);
  }

  @Override
  public Mono<Long> latest(OrganizationId organization) {
    return number(LATEST, organization);
  }

  /** What was removed is looked for last: until then nothing of the answer can have gone. */
  @Override
  public Flux<BandChange> after(OrganizationId organization, long number, int limit) {
    return database
        .inOrganization(organization)
        .query(AFTER, List.of(organization.value(), number, limit), PostgresBandChanges::change)
        .collectList()
        .zipWhen(changes -> number(REMOVED, organization))
        .flatMapIterable(
            found -> {
              if (found.getT2() > number) {
                throw new CursorExpired();
              }
              return found.getT1();
            });
  }

  @Override
  public Flux<Long> signals(OrganizationId organization) {
    String key = organization + ":";
    return Flux.merge(heard.asFlux().filter(payload -> payload.startsWith(key)), looks())
        .map(signal -> organization.value())
        .startWith(organization.value())
        .onBackpressureLatest();
  }

  @Override
  public Mono<Long> removeBefore(OrganizationId organization, Instant time) {
    return database
        .inOrganization(organization)
        .update(REMOVE, List.of(organization.value(), time));
  }

  @Override
  public void heard(String payload) {
    heard.emitNext(payload, Sinks.EmitFailureHandler.busyLooping(WHILE_DEAF));
  }

  /** The next look of each who follows makes up for what was missed. */
  @Override
  public void resumed() {}

  @Override
  public void close() {
    listening.dispose();
  }

  private Mono<Long> number(String sql, OrganizationId organization) {
    return database
        .inOrganization(organization)
        .one(sql, List.of(organization.value()), row -> Rows.get(row, "number", Long.class))
        .defaultIfEmpty(0L);
  }

  private Flux<String> looks() {
    return Mono.defer(() -> Mono.delay(notifications.isCurrent() ? WHILE_HEARING : WHILE_DEAF))
        .map(look -> "")
        .repeat();
  }

  private static BandChange change(Readable row) {
    return new BandChange(
        Rows.get(row, "number", Long.class),
        RiskKind.valueOf(Rows.get(row, "kind", String.class)),
        Rows.get(row, "user_id", Long.class),
        RiskBand.valueOf(Rows.get(row, "previous_band", String.class)),
        RiskBand.valueOf(Rows.get(row, "band", String.class)),
        Rows.get(row, "probability", Double.class),
        Rows.get(row, "model_id", Long.class),
        Rows.get(row, "model_number", Integer.class),
        Rows.get(row, "occurred_at", OffsetDateTime.class).toInstant());
  }
}
