package io.outlay.api.riskmodel;

import io.outlay.api.node.IdFields;
import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.api.user.UserAccess;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.risk.RiskModel;
import io.outlay.domain.risk.RiskModels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Models of the caller's organization. */
@Controller
class RiskModelController implements NodeSource {

  private static final int MOST = 500;

  private final RiskModels models;

  RiskModelController(RiskModels models) {
    this.models = models;
  }

  @QueryMapping
  Mono<List<RiskModel>> riskModels(
      @Argument @Nullable RiskKind kind, @Argument int first, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    if (first < 1 || first > MOST) {
      throw BadRequest.of("first", first, "a number from 1 to " + MOST);
    }
    return models.newest(viewer.organization(), kind, null, first).collectList();
  }

  @Override
  public NodeType type() {
    return NodeType.RISK_MODEL;
  }

  @Override
  public Mono<Map<Long, RiskModel>> find(Viewer viewer, Set<Long> numbers) {
    return viewer.role() == Role.PARTNER || !viewer.scope().isEverything()
        ? Mono.just(Map.of())
        : models.byIds(viewer.organization(), numbers).collectMap(RiskModel::id);
  }

  @Bean
  static IdFields<RiskModel> riskModelIds() {
    return new IdFields<>(NodeType.RISK_MODEL, RiskModel.class, RiskModel::id);
  }
}
