package io.outlay.api.audit;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.api.paging.Connection;
import io.outlay.api.paging.PageRequest;
import io.outlay.domain.audit.AuditEvent;
import io.outlay.domain.audit.postgres.AuditLog;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The audit log, newest first. */
@Controller
class AuditController implements NodeSource {

  private final AuditLog audit;
  private final Cursors cursors;

  AuditController(AuditLog audit, Cursors cursors) {
    this.audit = audit;
    this.cursors = cursors;
  }

  @QueryMapping
  Mono<Connection<AuditEventView>> auditEvents(
      @ContextValue Viewer viewer, DataFetchingEnvironment environment) {
    PageRequest page =
        PageRequest.of(viewer.organization(), "auditEvents", environment.getArguments());
    AuditLog.Position after =
        page.position(cursors)
            .map(Cursors.Position::place)
            .map(AuditController::position)
            .orElse(AuditLog.Position.NEWEST);
    return audit
        .page(viewer.organization(), after, page.first() + 1)
        .map(AuditEventView::of)
        .collectList()
        .map(read -> Connection.of(read, page, cursors, AuditEventView::place));
  }

  @Override
  public NodeType type() {
    return NodeType.AUDIT_EVENT;
  }

  @Override
  public Mono<Map<Long, AuditEventView>> find(Viewer viewer, Set<Long> numbers) {
    return viewer.role() == Role.ADMIN
        ? audit.byIds(viewer.organization(), numbers).collectMap(AuditEvent::id, AuditEventView::of)
        : Mono.just(Map.of());
  }

  private static AuditLog.Position position(String place) {
    int space = place.indexOf(' ');
    return new AuditLog.Position(
        Instant.parse(place.substring(space + 1)), Long.parseLong(place.substring(0, space)));
  }
}
