package io.outlay.api.user;

import io.outlay.domain.userscore.UserQuery;

/** Order of users as a caller names it. */
record UserOrderInput(Field field, Direction direction) {

  static final UserOrderInput BY_CREATION = new UserOrderInput(Field.CREATED_AT, Direction.ASC);

  enum Field {
    CREATED_AT(UserQuery.Order.CREATED),
    RISK_SCORE(UserQuery.Order.PROBABILITY);

    private final UserQuery.Order order;

    Field(UserQuery.Order order) {
      this.order = order;
    }
  }

  enum Direction {
    ASC,
    DESC
  }

  UserQuery.Order order() {
    return field.order;
  }

  boolean isDescending() {
    return direction == Direction.DESC;
  }
}
