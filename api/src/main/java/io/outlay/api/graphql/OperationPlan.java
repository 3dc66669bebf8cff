package io.outlay.api.graphql;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;

/** What is known of an operation before it runs, worked out once per document. */
final class OperationPlan {

  private final OperationDefinition operation;

  OperationPlan(GraphQLSchema schema, Document document, OperationDefinition operation) {
    this.operation = operation;
  }

  boolean isQuery() {
    return operation.getOperation() == OperationDefinition.Operation.QUERY;
  }

  boolean isSubscription() {
    return operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION;
  }
}
