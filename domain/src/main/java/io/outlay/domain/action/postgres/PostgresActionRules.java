package io.outlay.domain.action.postgres;

import io.outlay.domain.action.ActionRule;
import io.outlay.domain.action.ActionRules;
import io.outlay.domain.action.RuleTerms;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.error.Conflict;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.Change;
import io.outlay.domain.organization.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rules in table {@code action_rule}. */
public final class PostgresActionRules implements ActionRules {

  private static final int MOST = 100;

  private static final String COUNT =
      "SELECT count(*) AS rules FROM action_rule WHERE organization_id = $1 AND deleted_at IS NULL";

  private static final String INSERT =
      """
      INSERT INTO action_rule (organization_id, name, kind, bands, channels, countries, platforms, every_days, control_share, is_active)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING
      """
          + RuleRows.COLUMNS;

  private static final String UPDATE =
      """
      UPDATE action_rule SET name = $2, kind = $3, bands = $4, channels = $5, countries = $6, platforms = $7, every_days = $8, control_share = $9, is_active = $10
       WHERE organization_id = $1 AND rule_id = $11\
      """;

  private static final String FIND =
      "SELECT "
          + RuleRows.COLUMNS
          + " FROM action_rule WHERE organization_id = $1 AND rule_id = $2 AND deleted_at IS NULL"
          + " FOR UPDATE";

  private static final String DELETE =
      "UPDATE action_rule SET is_active = false, deleted_at = clock_timestamp()"
          + " WHERE organization_id = $1 AND rule_id = $2 AND deleted_at IS NULL RETURNING "
          + RuleRows.COLUMNS;

  private static final String PAGE =
      "SELECT "
          + RuleRows.COLUMNS
          + " FROM action_rule WHERE organization_id = $1 AND deleted_at IS NULL"
          + " AND ($2::bigint IS NULL OR rule_id > $2) ORDER BY rule_id LIMIT $3";

  private static final String BY_IDS =
      "SELECT "
          + RuleRows.COLUMNS
          + " FROM action_rule WHERE organization_id = $1 AND rule_id = ANY ($2)";

  private static final String ACTIVE =
      "SELECT "
          + RuleRows.COLUMNS
          + " FROM action_rule WHERE is_active AND deleted_at IS NULL ORDER BY organization_id,"
          + " rule_id";

  private final Database database;
  private final AuditLog log;

  /** Uses the given database. */
  public PostgresActionRules(Database database) {
    this.database = database;
    this.log = new AuditLog(database);
  }

  @Override
  public Mono<ActionRule> create(
      OrganizationId organization, RuleTerms terms, Audit<ActionRule> audit) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                requireRoom(session, organization)
                    .then(
                        session
                            .query(INSERT, RuleRows.parameters(organization, terms), RuleRows::rule)
                            .single())
                    .flatMap(made -> log.append(session, audit, made)))
        .single();
  }

  @Override
  public Mono<ActionRule> update(
      OrganizationId organization,
      long id,
      UnaryOperator<RuleTerms> change,
      Audit<Change<ActionRule>> audit) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .query(FIND, List.of(organization.value(), id), RuleRows::rule)
                    .singleOrEmpty()
                    .switchIfEmpty(Mono.error(PostgresActionRules::missing))
                    .map(before -> new Change<>(before, changed(before, change)))
                    .flatMap(both -> write(session, both).thenReturn(both))
                    .flatMap(both -> log.append(session, audit, both))
                    .map(Change::after))
        .single();
  }

  @Override
  public Mono<ActionRule> delete(OrganizationId organization, long id, Audit<ActionRule> audit) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .query(DELETE, List.of(organization.value(), id), RuleRows::rule)
                    .singleOrEmpty()
                    .switchIfEmpty(Mono.error(PostgresActionRules::missing))
                    .flatMap(gone -> log.append(session, audit, gone)))
        .single();
  }

  @Override
  public Mono<List<ActionRule>> page(OrganizationId organization, @Nullable Long after, int limit) {
    return database
        .inOrganization(organization)
        .query(
            PAGE,
            List.of(organization.value(), Nulls.orNull(after, Long.class), limit),
            RuleRows::rule)
        .collectList();
  }

  @Override
  public Mono<Map<Long, ActionRule>> byIds(OrganizationId organization, Set<Long> ids) {
    return database
        .inOrganization(organization)
        .query(BY_IDS, List.of(organization.value(), Nulls.ids(ids)), RuleRows::rule)
        .collectMap(ActionRule::id);
  }

  @Override
  public Flux<ActionRule> active() {
    return database.asSystem().query(ACTIVE, List.of(), RuleRows::rule);
  }

  private static Mono<Void> requireRoom(Session session, OrganizationId organization) {
    return session
        .query(COUNT, List.of(organization.value()), row -> Rows.get(row, "rules", Long.class))
        .single()
        .filter(rules -> rules < MOST)
        .switchIfEmpty(
            Mono.error(
                () -> new Conflict("There are " + MOST + " rules already; delete one first.")))
        .then();
  }

  private static ActionRule changed(ActionRule before, UnaryOperator<RuleTerms> change) {
    return new ActionRule(
        before.organization(), before.id(), change.apply(before.terms()), before.createdAt());
  }

  private static Mono<Long> write(Session session, Change<ActionRule> both) {
    List<Object> parameters =
        RuleRows.parameters(both.after().organization(), both.after().terms());
    parameters.add(both.after().id());
    return session.update(UPDATE, parameters);
  }

  private static NotFound missing() {
    return new NotFound("There is no such rule.");
  }
}
