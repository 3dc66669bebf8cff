package io.outlay.api.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import io.outlay.api.graphql.limits.FieldCosts;
import io.outlay.api.graphql.limits.OperationCost;
import java.util.HashMap;
import java.util.Map;

/** What is known of an operation before it runs, worked out once per document. */
final class OperationPlan {

  private static final String VERSIONED = "versioned";

  private final OperationDefinition operation;
  private final OperationCost cost;
  private final boolean versioned;

  OperationPlan(
      GraphQLSchema schema, FieldCosts costs, Document document, OperationDefinition operation) {
    this.operation = operation;
    this.cost = new OperationCost(schema, costs, document, operation);
    Map<String, FragmentDefinition> fragments = new HashMap<>();
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    this.versioned =
        operation.getOperation() == OperationDefinition.Operation.QUERY
            && isVersioned(operation.getSelectionSet(), schema, fragments);
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

  private static boolean isVersioned(
      SelectionSet selections, GraphQLSchema schema, Map<String, FragmentDefinition> fragments) {
    return selections.getSelections().stream()
        .allMatch(selection -> isVersioned(selection, schema, fragments));
  }

  private static boolean isVersioned(
      Selection<?> selection, GraphQLSchema schema, Map<String, FragmentDefinition> fragments) {
    return switch (selection) {
      case Field field -> isVersioned(field, schema);
      case InlineFragment inline -> isVersioned(inline.getSelectionSet(), schema, fragments);
      case FragmentSpread spread -> {
        FragmentDefinition fragment = fragments.get(spread.getName());
        yield fragment != null && isVersioned(fragment.getSelectionSet(), schema, fragments);
      }
      default -> false;
    };
  }

  private static boolean isVersioned(Field field, GraphQLSchema schema) {
    GraphQLFieldDefinition definition = schema.getQueryType().getFieldDefinition(field.getName());
    return field.getName().equals("__typename")
        || (definition != null && definition.hasAppliedDirective(VERSIONED));
  }
}
