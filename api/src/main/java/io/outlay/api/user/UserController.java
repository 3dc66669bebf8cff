package io.outlay.api.user;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.graphql.paging.GlobalId;
import io.outlay.api.input.Texts;
import io.outlay.api.node.NodeType;
import io.outlay.api.paging.PageRequest;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.user.PersonalDataAccess;
import io.outlay.domain.user.User;
import io.outlay.domain.user.Users;
import io.outlay.domain.userscore.UserQuery;
import io.outlay.domain.userscore.UserScores;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Users one by one and in pages. */
@Controller
class UserController {

  private final Users users;
  private final UserScores scores;
  private final Cursors cursors;

  UserController(Users users, UserScores scores, Cursors cursors) {
    this.users = users;
    this.scores = scores;
    this.cursors = cursors;
  }

  @QueryMapping
  Mono<User> user(@Argument String id, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    OptionalLong number = GlobalId.numberOf(NodeType.USER.typeName(), id);
    return number.isEmpty()
        ? Mono.empty()
        : users
            .byIds(viewer.organization(), List.of(number.getAsLong()))
            .flatMap(found -> Mono.justOrEmpty(found.get(number.getAsLong())))
            .doOnNext(found -> PersonalDataAccess.read(viewer, "user", 1));
  }

  @QueryMapping
  Mono<User> userByExternalId(@Argument String externalId, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    if (!ExternalIds.isWellFormed(externalId)) {
      throw BadRequest.of(
          "externalId", externalId, "1 to 128 characters without control characters");
    }
    return users
        .byExternalIds(viewer.organization(), List.of(externalId))
        .flatMap(found -> Mono.justOrEmpty(found.get(externalId)))
        .doOnNext(found -> PersonalDataAccess.read(viewer, "userByExternalId", 1));
  }

  @QueryMapping
  Mono<UserConnection> users(
      @Argument @Nullable UserFilterInput filter,
      @Argument @Nullable UserOrderInput orderBy,
      @ContextValue Viewer viewer,
      DataFetchingEnvironment environment) {
    UserAccess.require(viewer);
    PageRequest page = PageRequest.of(viewer.organization(), "users", environment.getArguments());
    UserQuery query =
        query(
            viewer,
            filter == null ? UserFilterInput.NONE : filter,
            orderBy == null ? UserOrderInput.BY_CREATION : orderBy,
            page);
    return scores
        .page(query)
        .doOnNext(
            read -> PersonalDataAccess.read(viewer, "users", Math.min(read.size(), page.first())))
        .map(read -> UserConnection.of(read, query, page, cursors));
  }

  @SchemaMapping(typeName = "UserConnection")
  Mono<Long> totalCount(UserConnection connection) {
    return scores.count(connection.query());
  }

  private UserQuery query(
      Viewer viewer, UserFilterInput filter, UserOrderInput orderBy, PageRequest page) {
    if (orderBy.order() == UserQuery.Order.PROBABILITY && filter.risk() == null) {
      throw BadRequest.of("orderBy.field", "RISK_SCORE", "CREATED_AT, or a filter.risk");
    }
    return new UserQuery(
        viewer.organization(),
        filter.toRisk(),
        Texts.withinOrNull("filter.externalIdPrefix", filter.externalIdPrefix(), 200),
        orderBy.order(),
        orderBy.isDescending(),
        page.first(),
        page.position(cursors).map(Cursors.Position::place).map(UserConnection::read).orElse(null));
  }
}
