package io.outlay.api.user;

import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.graphql.paging.Cursors.Position;
import io.outlay.api.paging.Connection;
import io.outlay.api.paging.PageRequest;
import io.outlay.domain.user.User;
import io.outlay.domain.userscore.UserQuery;
import io.outlay.domain.userscore.UserScores.ListedUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A page of users that knows the question it answers. */
public final class UserConnection extends Connection<User> {

  private final UserQuery query;

  private UserConnection(
      List<User> users,
      boolean hasNext,
      Map<Long, String> places,
      UserQuery query,
      PageRequest page,
      Cursors cursors) {
    super(users, hasNext, page, cursors, user -> new Position(0, place(user, places)));
    this.query = query;
  }

  /**
   * A page of what was read.
   *
   * @param read one user more than the page may hold where more follow
   */
  static UserConnection of(
      List<ListedUser> read, UserQuery query, PageRequest page, Cursors cursors) {
    boolean hasNext = read.size() > query.first();
    List<ListedUser> shown = hasNext ? read.subList(0, query.first()) : read;
    Map<Long, String> places =
        shown.stream().collect(Collectors.toMap(user -> user.user().id(), ListedUser::place));
    return new UserConnection(
        shown.stream().map(ListedUser::user).toList(), hasNext, places, query, page, cursors);
  }

  /** The place in a cursor: number and what the list is ordered by. */
  static UserQuery.Position read(String place) {
    int colon = place.indexOf(':');
    return new UserQuery.Position(
        place.substring(colon + 1), Long.parseLong(place.substring(0, colon)));
  }

  UserQuery query() {
    return query;
  }

  private static String place(User user, Map<Long, String> places) {
    return user.id() + ":" + places.get(user.id());
  }
}
