package io.outlay.api.graphql.plain;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Supplier;

/** The field {@code __typename} where the type is known. */
record TypeName(String name) implements LightDataFetcher<String> {

  @Override
  public String get(
      GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
    return name;
  }

  @Override
  public String get(DataFetchingEnvironment environment) {
    return name;
  }
}
