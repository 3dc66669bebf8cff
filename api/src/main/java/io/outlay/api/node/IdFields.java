package io.outlay.api.node;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.idl.RuntimeWiring;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/**
 * Serves the field {@code id} of one type, without the cost of a fetcher that could wait.
 *
 * @param type the type in the schema
 * @param javaType what stands behind it
 * @param number its number
 */
public record IdFields<T>(NodeType type, Class<T> javaType, ToLongFunction<T> number)
    implements RuntimeWiringConfigurer, LightDataFetcher<String> {

  @Override
  public void configure(RuntimeWiring.Builder wiring) {
    wiring.type(type.typeName(), fields -> fields.dataFetcher("id", this));
  }

  @Override
  public String get(
      GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
    return type.id(number.applyAsLong(javaType.cast(source)));
  }

  @Override
  public String get(DataFetchingEnvironment environment) {
    return get(
        environment.getFieldDefinition(),
        Objects.requireNonNull(environment.getSource(), "an id is of something"),
        () -> environment);
  }
}
