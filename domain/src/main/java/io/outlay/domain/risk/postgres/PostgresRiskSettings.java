package io.outlay.domain.risk.postgres;

import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.RiskSettings;
import io.outlay.domain.risk.RiskSettingsStore;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Settings of risk models in PostgreSQL; every change is in the audit log. */
public final class PostgresRiskSettings implements RiskSettingsStore {

  private static final String FIND =
      "SELECT " + RiskSettingsRows.COLUMNS + " FROM risk_settings WHERE organization_id = $1";

  private static final String LOCK =
      "SELECT organization_id FROM organization WHERE organization_id = $1 FOR UPDATE";

  private static final String WRITE =
      """
      INSERT INTO risk_settings AS s (organization_id, %1$s)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
      ON CONFLICT (organization_id) DO UPDATE SET (%1$s) =
        ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)\
      """
          .formatted(RiskSettingsRows.COLUMNS);

  private final Database database;
  private final AuditLog audit;

  /** Uses the given database. */
  public PostgresRiskSettings(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public Mono<RiskSettings> of(OrganizationId organization) {
    return database
        .inOrganization(organization)
        .one(FIND, List.of(organization.value()), RiskSettingsRows::toSettings)
        .defaultIfEmpty(RiskSettings.DEFAULTS);
  }

  /**
   * Changes the caller's organization within a transaction of it; writes nothing where nothing
   * becomes different.
   *
   * @param change makes the new settings of the old ones; its errors are passed on
   */
  public Mono<RiskSettings> update(
      Session session, Viewer viewer, UnaryOperator<RiskSettings> change) {
    List<Object> own = List.of(viewer.organization().value());
    return session
        .query(LOCK, own, row -> true)
        .then(session.query(FIND, own, RiskSettingsRows::toSettings).singleOrEmpty())
        .defaultIfEmpty(RiskSettings.DEFAULTS)
        .flatMap(before -> write(session, viewer, before, change.apply(before)));
  }

  private Mono<RiskSettings> write(
      Session session, Viewer viewer, RiskSettings before, RiskSettings after) {
    if (after.equals(before)) {
      return Mono.just(before);
    }
    AuditEntry entry =
        AuditEntry.by(
            viewer,
            "organizationUpdate",
            "Organization",
            viewer.organization().value(),
            Map.of("riskSettings", before.toString()),
            Map.of("riskSettings", after.toString()));
    return session
        .update(WRITE, RiskSettingsRows.values(viewer.organization(), after))
        .then(audit.append(session, entry))
        .thenReturn(after);
  }
}
