package io.outlay.schema;

import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/** Questions about how types are put together. */
final class Shapes {

  private Shapes() {}

  static String written(GraphQLType type) {
    return GraphQLTypeUtil.simplePrint(type);
  }

  static boolean isList(GraphQLType type) {
    return GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList;
  }

  /** Whether a list, at any depth, may hold nulls. */
  static boolean hasNullableElements(GraphQLType type) {
    GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
    return nullable instanceof GraphQLList list
        && (!(list.getOriginalWrappedType() instanceof GraphQLNonNull)
            || hasNullableElements(list.getOriginalWrappedType()));
  }

  static String innermost(GraphQLType type) {
    return GraphQLTypeUtil.unwrapAll(type).getName();
  }
}
