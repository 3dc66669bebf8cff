package io.outlay.api.audit;

import io.outlay.api.node.NodeType;
import io.outlay.domain.audit.AuditEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change that was written down, as the schema shows it. */
record AuditEventView(
    String id,
    Instant occurredAt,
    String actor,
    String action,
    String subjectType,
    String subjectId,
    @Nullable String before,
    @Nullable String after,
    @Nullable String requestId) {

  static AuditEventView of(AuditEvent event) {
    return new AuditEventView(
        NodeType.AUDIT_EVENT.id(event.id()),
        event.at(),
        event.actor(),
        event.action(),
        event.subjectType(),
        event.subjectId(),
        event.before(),
        event.after(),
        event.requestId());
  }

  /** Where it stands in the log. */
  String place() {
    return NodeType.AUDIT_EVENT.number("id", id) + " " + occurredAt;
  }
}
