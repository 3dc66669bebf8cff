package io.outlay.domain.action.postgres;

import io.outlay.domain.action.ActionRule;
import io.outlay.domain.action.Decision;
import io.outlay.domain.action.Decisions;
import io.outlay.domain.audit.Audit;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Decisions in table {@code action_decision}, which is the outbox of those to be told, too. */
public final class PostgresDecisions implements Decisions {

  private static final String DUE =
      """
      SELECT s.user_id FROM user_score s
       WHERE s.organization_id = $1 AND s.kind = $2 AND s.band = ANY ($3) AND s.user_id > $4
         AND NOT EXISTS (
           SELECT FROM action_decision d
            WHERE d.organization_id = s.organization_id AND d.rule_id = $5 AND d.user_id = s.user_id AND d.decided_at > $6)
       ORDER BY s.user_id LIMIT $7\
      """;

  /** The rule's row is locked, so that two processes never decide about one user at once. */
  private static final String LOCK =
      """
      SELECT rule_id FROM action_rule
       WHERE organization_id = $1 AND rule_id = $2 AND is_active AND deleted_at IS NULL FOR UPDATE\
      """;

  private static final String INSERT =
      """
      INSERT INTO action_decision (organization_id, rule_id, user_id, kind, band, value, probability, base_value, model_id, model_number, reasons,
                                   is_control, decided_at)
      SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
       WHERE EXISTS (SELECT FROM app_user WHERE organization_id = $1 AND user_id = $3)
         AND NOT EXISTS (
           SELECT FROM action_decision d
            WHERE d.organization_id = $1 AND d.rule_id = $2 AND d.user_id = $3 AND d.decided_at > $14)\
      """;

  /** Held until the end of the transaction: one process tells at a time, so the order stays. */
  private static final String ONLY_ONE =
      "SELECT pg_try_advisory_xact_lock(hashtext('outlay.actions')) AS mine";

  private static final String UNSENT =
      "SELECT d.organization_id, u.external_id, r.name, "
          + DecisionRows.COLUMNS
          + """
           FROM action_decision d
           JOIN app_user u ON u.organization_id = d.organization_id AND u.user_id = d.user_id
           JOIN action_rule r ON r.organization_id = d.organization_id AND r.rule_id = d.rule_id
          WHERE d.sent_at IS NULL AND NOT d.is_control
          ORDER BY d.decision_id LIMIT $1\
          """;

  private static final String SENT =
      "UPDATE action_decision SET sent_at = clock_timestamp()"
          + " WHERE organization_id = $1 AND decision_id = $2";

  private static final String PAGE =
      "SELECT "
          + DecisionRows.COLUMNS
          + """
           FROM action_decision d
          WHERE d.organization_id = $1 AND ($2::bigint IS NULL OR d.rule_id = $2) AND ($3::bigint IS NULL OR d.user_id = $3)
            AND ($4::text IS NULL OR d.review = $4) AND ($5::bigint IS NULL OR d.decision_id < $5)
          ORDER BY d.decision_id DESC LIMIT $6\
          """;

  private static final String BY_IDS =
      "SELECT "
          + DecisionRows.COLUMNS
          + " FROM action_decision d WHERE d.organization_id = $1 AND d.decision_id = ANY ($2)";

  private static final String NEWEST =
      "SELECT "
          + DecisionRows.COLUMNS
          + " FROM action_decision d WHERE d.organization_id = $1 AND d.rule_id = $2"
          + " AND d.is_control = $3 ORDER BY d.decision_id DESC LIMIT $4";

  private static final String REVIEW =
      "UPDATE action_decision d SET review = $3, review_note = $4, reviewed_by = $5, reviewed_at ="
          + " clock_timestamp() WHERE d.organization_id = $1 AND d.decision_id = $2 RETURNING "
          + DecisionRows.COLUMNS;

  private final Database database;
  private final AuditLog log;

  /** Uses the given database. */
  public PostgresDecisions(Database database) {
    this.database = database;
    this.log = new AuditLog(database);
  }

  @Override
  public Mono<List<Long>> due(ActionRule rule, long afterUser, Instant now, int limit) {
    return database
        .inOrganization(rule.organization())
        .query(
            DUE,
            List.of(
                rule.organization().value(),
                rule.terms().kind().name(),
                rule.terms().bands().stream().map(Enum::name).toArray(String[]::new),
                afterUser,
                rule.id(),
                since(rule, now),
                limit),
            row -> Rows.get(row, "user_id", Long.class))
        .collectList();
  }

  @Override
  public Mono<Integer> store(ActionRule rule, List<Decision> decisions, Instant now) {
    return database
        .inOrganization(rule.organization())
        .transaction(
            session ->
                session
                    .query(
                        LOCK,
                        List.of(rule.organization().value(), rule.id()),
                        row -> Rows.get(row, "rule_id", Long.class))
                    .singleOrEmpty()
                    .flatMapMany(locked -> Flux.fromIterable(decisions))
                    .concatMap(decision -> insert(session, rule, decision, now))
                    .reduce(0, (sum, stored) -> sum + stored.intValue()))
        .single();
  }

  private static Mono<Long> insert(
      Session session, ActionRule rule, Decision decision, Instant now) {
    return session.update(
        INSERT,
        List.of(
            rule.organization().value(),
            rule.id(),
            decision.userId(),
            decision.kind().name(),
            decision.band().name(),
            decision.value(),
            decision.probability(),
            decision.baseValue(),
            decision.modelId(),
            decision.modelNumber(),
            DecisionRows.json(decision.reasons()),
            decision.isControl(),
            decision.decidedAt(),
            since(rule, now)));
  }

  @Override
  public Mono<Integer> send(int most, Function<Outgoing, Mono<Void>> tell) {
    return database
        .asSystem()
        .transaction(
            session ->
                session
                    .query(ONLY_ONE, List.of(), row -> Rows.get(row, "mine", Boolean.class))
                    .single()
                    .flatMap(mine -> mine ? send(session, most, tell) : Mono.just(0)))
        .single();
  }

  private static Mono<Integer> send(
      Session session, int most, Function<Outgoing, Mono<Void>> tell) {
    return session
        .query(
            UNSENT,
            List.of(most),
            row ->
                new Outgoing(
                    new OrganizationId(Rows.get(row, "organization_id", Long.class)),
                    DecisionRows.decision(row),
                    Rows.get(row, "name", String.class),
                    Rows.get(row, "external_id", String.class)))
        .collectList()
        .flatMapMany(Flux::fromIterable)
        .concatMap(
            outgoing ->
                tell.apply(outgoing)
                    .then(
                        session.update(
                            SENT,
                            List.of(outgoing.organization().value(), outgoing.decision().id()))))
        .reduce(0, (sum, sent) -> sum + sent.intValue());
  }

  @Override
  public Mono<List<Decision>> page(
      OrganizationId organization, Filter filter, @Nullable Long before, int limit) {
    Decision.Review review = filter.review();
    return database
        .inOrganization(organization)
        .query(
            PAGE,
            List.of(
                organization.value(),
                Nulls.orNull(filter.ruleId(), Long.class),
                Nulls.orNull(filter.userId(), Long.class),
                Nulls.orNull(review == null ? null : review.name(), String.class),
                Nulls.orNull(before, Long.class),
                limit),
            DecisionRows::decision)
        .collectList();
  }

  @Override
  public Mono<Map<Long, Decision>> byIds(OrganizationId organization, Set<Long> ids) {
    return database
        .inOrganization(organization)
        .query(BY_IDS, List.of(organization.value(), Nulls.ids(ids)), DecisionRows::decision)
        .collectMap(Decision::id);
  }

  @Override
  public Mono<List<Decision>> newest(
      OrganizationId organization, long ruleId, boolean control, int limit) {
    return database
        .inOrganization(organization)
        .query(
            NEWEST, List.of(organization.value(), ruleId, control, limit), DecisionRows::decision)
        .collectList();
  }

  @Override
  public Mono<Decision> review(
      OrganizationId organization,
      long id,
      Decision.Review review,
      @Nullable String note,
      String actor,
      Audit<Decision> audit) {
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .query(
                        REVIEW,
                        List.of(
                            organization.value(),
                            id,
                            review.name(),
                            Nulls.orNull(note, String.class),
                            actor),
                        DecisionRows::decision)
                    .singleOrEmpty()
                    .switchIfEmpty(Mono.error(() -> new NotFound("There is no such decision.")))
                    .flatMap(reviewed -> log.append(session, audit, reviewed)))
        .single();
  }

  private static Instant since(ActionRule rule, Instant now) {
    return now.minus(Duration.ofDays(rule.terms().everyDays()));
  }
}
