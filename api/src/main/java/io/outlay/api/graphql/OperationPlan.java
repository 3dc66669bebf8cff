package io.outlay.api.graphql;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.outlay.api.graphql.limits.FieldCosts;
import io.outlay.api.graphql.limits.OperationCost;

/** What is known of an operation before it runs, worked out once per document. */
final class OperationPlan {

  private final OperationDefinition operation;
  private final OperationCost cost;
  private final boolean versioned;

  OperationPlan(
      GraphQLSchema schema, FieldCosts costs, Document document, OperationDefinition operation) {
    this.operation = operation;
    this.cost = new OperationCost(schema, costs, document, operation);
    this.versioned =
        operation.getOperation() == OperationDefinition.Operation.QUERY
            && new VersionedSelection(schema, document).isVersioned(operation);
  }

  boolean isMutation() {
    return operation.getOperation() == OperationDefinition.Operation.MUTATION;
  }

  boolean isSubscription() {
    return operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION;
  }

  /** Whether the answer depends on nothing but versioned data, so that it may be kept. */
  boolean isVersioned() {
    return versioned;
  }

  OperationCost cost() {
    return cost;
  }
}
