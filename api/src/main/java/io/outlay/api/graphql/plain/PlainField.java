package io.outlay.api.graphql.plain;

import graphql.execution.ExecutionContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import org.jspecify.annotations.Nullable;

/**
 * A field that is read from its object.
 *
 * @param fetcher reads it; one that asks for its environment is none of these after all
 * @param type of its value, without non-null
 */
record PlainField(
    GraphQLFieldDefinition definition,
    LightDataFetcher<?> fetcher,
    PlainValue type,
    boolean isNonNull) {

  @Nullable Object complete(Object source, ExecutionContext context) {
    return Ready.complete(fetch(source), type, isNonNull, context);
  }

  private @Nullable Object fetch(Object source) {
    try {
      return fetcher.get(definition, source, PlainField::noEnvironment);
    } catch (Exception unusual) {
      throw new NotPlain(); // fetched again by the engine, which tells it
    }
  }

  private static DataFetchingEnvironment noEnvironment() {
    throw new NotPlain();
  }
}
