package io.outlay.api.audit;

import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.database.Database;
import io.outlay.domain.organization.Viewer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes down changes that the domain makes in transactions of its own. */
@Component
public class AuditTrail {

  private final Database database;
  private final AuditLog audit;

  AuditTrail(Database database, AuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * Writes a change down, directly after it was made.
   *
   * @param action name of the mutation
   * @param subjectType kind of thing, as in the schema
   * @param subjectId its number
   */
  public Mono<Void> add(
      Viewer viewer,
      String action,
      String subjectType,
      long subjectId,
      @Nullable Map<String, ?> before,
      @Nullable Map<String, ?> after) {
    AuditEntry entry = AuditEntry.by(viewer, action, subjectType, subjectId, before, after);
    return database
        .inOrganization(viewer.organization())
        .transaction(session -> audit.append(session, entry))
        .then();
  }
}
