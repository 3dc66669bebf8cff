package io.outlay.api.token;

import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.domain.organization.ApiToken;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.organization.postgres.ApiTokens;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tokens by id, for admins. */
@Component
class ApiTokenNodes implements NodeSource {

  private final ApiTokens tokens;

  ApiTokenNodes(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public NodeType type() {
    return NodeType.API_TOKEN;
  }

  @Override
  public Mono<Map<Long, ApiTokenView>> find(Viewer viewer, Set<Long> numbers) {
    return viewer.role() == Role.ADMIN
        ? tokens.byIds(viewer.organization(), numbers).collectMap(ApiToken::id, ApiTokenView::of)
        : Mono.just(Map.of());
  }
}
