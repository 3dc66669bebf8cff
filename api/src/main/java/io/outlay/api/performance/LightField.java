package io.outlay.api.performance;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A field that is at hand: nothing waits, nothing is built around it. */
record LightField<S>(Class<S> source, Function<S, @Nullable Object> value)
    implements LightDataFetcher<@Nullable Object> {

  @Override
  public @Nullable Object get(
      GraphQLFieldDefinition field, Object parent, Supplier<DataFetchingEnvironment> environment) {
    return value.apply(source.cast(parent));
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) {
    return value.apply(source.cast(environment.getSource()));
  }
}
