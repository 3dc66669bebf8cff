package io.outlay.api.graphql;

import graphql.GraphQLError;
import java.util.List;

/** A document that the engine refuses, with the engine's own errors. Nothing was executed. */
final class Refusal extends RuntimeException {

  private final transient List<GraphQLError> errors;

  Refusal(List<? extends GraphQLError> errors) {
    super("refused", null, false, false);
    this.errors = List.copyOf(errors);
  }

  List<GraphQLError> errors() {
    return errors;
  }
}
