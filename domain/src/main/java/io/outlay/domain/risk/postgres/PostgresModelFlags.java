package io.outlay.domain.risk.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.FlagFinding;
import io.outlay.domain.risk.ModelFlag;
import io.outlay.domain.risk.ModelFlags;
import io.outlay.domain.risk.RiskKind;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;

/** Flags in table {@code risk_flag}. */
public final class PostgresModelFlags implements ModelFlags {

  private static final String COLUMNS =
      " f.flag_id, f.model_id, f.kind, f.reason, f.subject, f.figure, f.flag_limit, f.raised_at,"
          + " f.cleared_at ";

  private static final String CLEAR =
      """
      UPDATE risk_flag SET cleared_at = $5
       WHERE organization_id = $1 AND model_id = $2 AND reason = $3 AND cleared_at IS NULL AND NOT (subject = ANY ($4))
      """;

  private static final String RAISE =
      """
      INSERT INTO risk_flag AS f (organization_id, model_id, kind, reason, subject, figure, flag_limit, raised_at)
      SELECT $1, $2, $3, $4, found.subject, found.figure, found.flag_limit, $8
        FROM unnest($5::text[], $6::float8[], $7::float8[]) AS found (subject, figure, flag_limit)
       ORDER BY found.subject
      ON CONFLICT (organization_id, model_id, reason, subject) WHERE cleared_at IS NULL DO NOTHING
      RETURNING\
      """
          + COLUMNS;

  private static final String NEWEST =
      "SELECT"
          + COLUMNS
          + """
          FROM unnest($2::bigint[]) AS model (id)
          CROSS JOIN LATERAL (
            SELECT * FROM risk_flag one WHERE one.organization_id = $1 AND one.model_id = model.id
             ORDER BY one.cleared_at IS NOT NULL, one.flag_id DESC LIMIT $3) AS f
          ORDER BY f.model_id, f.cleared_at IS NOT NULL, f.flag_id DESC
          """;

  private final Database database;

  /** Uses the given database. */
  public PostgresModelFlags(Database database) {
    this.database = database;
  }

  @Override
  public Flux<ModelFlag> settle(
      OrganizationId organization,
      RiskKind kind,
      long modelId,
      ModelFlag.Reason reason,
      List<FlagFinding> found,
      Instant at) {
    String[] subjects = found.stream().map(FlagFinding::subject).toArray(String[]::new);
    List<Object> clear = List.of(organization.value(), modelId, reason.name(), subjects, at);
    List<Object> raise =
        List.of(
            organization.value(),
            modelId,
            kind.name(),
            reason.name(),
            subjects,
            found.stream().map(FlagFinding::figure).toArray(Double[]::new),
            found.stream().map(FlagFinding::limit).toArray(Double[]::new),
            at);
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                session
                    .update(CLEAR, clear)
                    .thenMany(session.query(RAISE, raise, PostgresModelFlags::flag)));
  }

  @Override
  public Flux<ModelFlag> of(OrganizationId organization, Collection<Long> modelIds, int mostEach) {
    return database
        .inOrganization(organization)
        .query(
            NEWEST,
            List.of(organization.value(), Nulls.ids(modelIds), mostEach),
            PostgresModelFlags::flag);
  }

  private static ModelFlag flag(Readable row) {
    return new ModelFlag(
        Rows.get(row, "flag_id", Long.class),
        Rows.get(row, "model_id", Long.class),
        RiskKind.valueOf(Rows.get(row, "kind", String.class)),
        ModelFlag.Reason.valueOf(Rows.get(row, "reason", String.class)),
        Rows.get(row, "subject", String.class),
        Rows.get(row, "figure", Double.class),
        Rows.get(row, "flag_limit", Double.class),
        Rows.get(row, "raised_at", Instant.class),
        row.get("cleared_at", Instant.class));
  }
}
