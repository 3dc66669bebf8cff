package io.outlay.api.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a query depends on nothing but versioned data: every root field is marked so, and no
 * field below changes by itself.
 */
final class VersionedSelection {

  private static final String VERSIONED = "versioned";
  private static final String LIVE = "live";

  private final GraphQLSchema schema;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();

  VersionedSelection(GraphQLSchema schema, Document document) {
    this.schema = schema;
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
  }

  boolean isVersioned(OperationDefinition query) {
    return all(query.getSelectionSet(), schema.getQueryType());
  }

  private boolean all(@Nullable SelectionSet selections, GraphQLType parent) {
    return selections == null
        || selections.getSelections().stream().allMatch(selection -> one(selection, parent));
  }

  private boolean one(Selection<?> selection, GraphQLType parent) {
    return switch (selection) {
      case Field field -> field(field, parent);
      case InlineFragment inline ->
          all(inline.getSelectionSet(), condition(inline.getTypeCondition(), parent));
      case FragmentSpread spread -> {
        FragmentDefinition fragment = fragments.get(spread.getName());
        yield fragment != null
            && all(fragment.getSelectionSet(), condition(fragment.getTypeCondition(), parent));
      }
      default -> false;
    };
  }

  private boolean field(Field field, GraphQLType parent) {
    if (field.getName().equals("__typename")) {
      return true;
    }
    GraphQLFieldDefinition definition =
        parent instanceof GraphQLFieldsContainer type
            ? type.getFieldDefinition(field.getName())
            : null;
    return definition != null
        && !definition.hasAppliedDirective(LIVE)
        && (!isRoot(parent) || definition.hasAppliedDirective(VERSIONED))
        && all(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()));
  }

  private boolean isRoot(GraphQLType type) {
    return type instanceof GraphQLFieldsContainer named
        && named.getName().equals(schema.getQueryType().getName());
  }

  private GraphQLType condition(@Nullable TypeName condition, GraphQLType parent) {
    GraphQLType named = condition == null ? null : schema.getType(condition.getName());
    return named == null ? parent : named;
  }
}
