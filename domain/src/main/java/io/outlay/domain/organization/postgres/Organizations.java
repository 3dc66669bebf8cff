package io.outlay.domain.organization.postgres;

import static io.outlay.domain.organization.postgres.OrganizationRows.COLUMNS;

import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationDetails;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Makes, finds and changes organizations; every change is in the audit log. */
public final class Organizations {

  private static final String INSERT =
      """
      INSERT INTO organization (key, name, currency_code, time_zone) VALUES ($1, $2, $3, $4)
      ON CONFLICT (key) DO NOTHING
      RETURNING
      """
          + COLUMNS;

  private static final String INSERT_CHANNELS =
      """
      INSERT INTO channel (organization_id, key, name)
      VALUES ($1, 'META', 'Meta'), ($1, 'GOOGLE_ADS', 'Google Ads'),
             ($1, 'APPLE_SEARCH_ADS', 'Apple Search Ads')\
      """;

  private static final String UPDATE =
      "UPDATE organization SET name = $2, currency_code = $3, time_zone = $4, rate_table = $5"
          + " WHERE organization_id = $1";

  private static final String BY_ID =
      "SELECT " + COLUMNS + " FROM organization WHERE organization_id = $1";
  private static final String BY_KEY = "SELECT " + COLUMNS + " FROM organization WHERE key = $1";
  private static final String RAISE_VERSION =
      "SELECT next_data_version($1, NULL, NULL, '{}') AS version";

  private static final String KNOWN_TABLE =
      "SELECT 1 WHERE $2 = 'ECB' OR EXISTS (SELECT FROM exchange_rate WHERE organization_id = $1"
          + " AND table_name = $2)";

  private final Database database;
  private final AuditLog audit;

  /** Works on the given database. */
  public Organizations(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * Makes an organization with the built-in channels. Errors with {@link Conflict} where the key is
   * taken.
   */
  public Mono<Organization> create(OrganizationDetails details, String actor) {
    return database
        .asSystem()
        .transaction(session -> insert(session, details, actor))
        .singleOrEmpty()
        .switchIfEmpty(Mono.error(() -> taken(details.key())));
  }

  /** The organization of a number; errors with {@link NotFound} where there is none. */
  public Mono<Organization> find(OrganizationId id) {
    return database
        .inOrganization(id)
        .one(BY_ID, List.of(id.value()), OrganizationRows::toOrganization)
        .switchIfEmpty(Mono.error(() -> new NotFound("There is no such organization.")));
  }

  /** When an organization was made; empty when there is none. */
  public Mono<Instant> madeAt(OrganizationId organization) {
    return database
        .inOrganization(organization)
        .one(
            "SELECT created_at FROM organization WHERE organization_id = $1",
            List.of(organization.value()),
            row -> Rows.get(row, "created_at", Instant.class));
  }

  /** The organization of a key; empty where there is none. For sign-in, before one is known. */
  public Mono<Organization> findByKey(String key) {
    return database.asSystem().one(BY_KEY, List.of(key), OrganizationRows::toOrganization);
  }

  /**
   * Changes the caller's organization and raises its data version, for answers depend on currency
   * and time zone. Changes nothing where nothing becomes different.
   *
   * @param change makes the new details of the old ones; its errors are passed on
   */
  public Mono<Change<Organization>> update(
      Viewer viewer, UnaryOperator<OrganizationDetails> change) {
    return update(viewer, change, session -> Mono.empty());
  }

  /**
   * The same with something else in one transaction: all of it is changed, or nothing.
   *
   * @param besides changes the rest; its errors undo everything
   */
  public Mono<Change<Organization>> update(
      Viewer viewer,
      UnaryOperator<OrganizationDetails> change,
      Function<Session, Mono<Void>> besides) {
    return database
        .inOrganization(viewer.organization())
        .transaction(
            session ->
                change(session, viewer, change)
                    .flatMap(changed -> besides.apply(session).thenReturn(changed)))
        .single();
  }

  private Mono<Organization> insert(Session session, OrganizationDetails details, String actor) {
    return session
        .query(
            INSERT,
            List.of(
                details.key(), details.name(), details.currencyCode(), details.timeZone().getId()),
            OrganizationRows::toOrganization)
        .singleOrEmpty()
        .flatMap(made -> complete(session, made, actor).thenReturn(made));
  }

  private Mono<Void> complete(Session session, Organization made, String actor) {
    AuditEntry entry =
        new AuditEntry(
            made.id(),
            actor,
            "organizationCreate",
            "Organization",
            made.id().toString(),
            null,
            made.auditFields());
    return session
        .update(INSERT_CHANNELS, List.of(made.id().value()))
        .then(raiseVersion(session, made.id()))
        .then(audit.append(session, entry));
  }

  private Mono<Change<Organization>> change(
      Session session, Viewer viewer, UnaryOperator<OrganizationDetails> change) {
    return session
        .query(
            BY_ID + " FOR UPDATE",
            List.of(viewer.organization().value()),
            OrganizationRows::toOrganization)
        .single()
        .map(
            before ->
                new Change<>(before, new Organization(before.id(), change.apply(before.details()))))
        .flatMap(changed -> write(session, viewer, changed).thenReturn(changed));
  }

  private Mono<Void> write(Session session, Viewer viewer, Change<Organization> changed) {
    if (changed.isNone()) {
      return Mono.empty();
    }
    Organization after = changed.after();
    AuditEntry entry =
        AuditEntry.by(
            viewer,
            "organizationUpdate",
            "Organization",
            after.id().value(),
            changed.before().auditFields(),
            after.auditFields());
    return requireKnownTable(session, changed)
        .then(write(session, after))
        .then(raiseVersion(session, after.id()))
        .then(audit.append(session, entry));
  }

  private static Mono<Long> write(Session session, Organization after) {
    return session.update(
        UPDATE,
        List.of(
            after.id().value(),
            after.name(),
            after.currencyCode(),
            after.timeZone().getId(),
            after.rateTable()));
  }

  /** A table that holds no rate would leave every amount without one. */
  private static Mono<Void> requireKnownTable(Session session, Change<Organization> changed) {
    String table = changed.after().rateTable();
    if (table.equals(changed.before().rateTable())) {
      return Mono.empty();
    }
    return session
        .query(KNOWN_TABLE, List.of(changed.after().id().value(), table), row -> true)
        .hasElements()
        .filter(known -> known)
        .switchIfEmpty(
            Mono.error(
                () ->
                    BadRequest.of(
                        "rateTable", table, "ECB, or a table that exchangeRatesImport has filled")))
        .then();
  }

  private static Mono<Void> raiseVersion(Session session, OrganizationId organization) {
    return session
        .query(RAISE_VERSION, List.of(organization.value()), row -> row.get("version", Long.class))
        .then();
  }

  private static Conflict taken(String key) {
    return new Conflict("There is already an organization with the key " + key + ".");
  }
}
