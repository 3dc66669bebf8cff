package io.outlay.api.graphql.plain;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionStrategy;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.language.InterfaceTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.outlay.api.graphql.json.NamedValues;
import io.outlay.schema.Scalars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Random documents over the real schema have the same answer either way. */
class PlainStrategyTests {

  private static final int DOCUMENTS = 300;

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 40, 200})
  void answersLikeTheEngine(int troublesPerThousand) throws IOException {
    GraphQLSchema schema = schema(troublesPerThousand);
    GraphQL plain = engine(schema, new PlainStrategy(new SimpleDataFetcherExceptionHandler()));
    GraphQL usual = engine(schema, new AsyncExecutionStrategy());
    int withErrors = 0;
    int withData = 0;
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      String document = RandomDocument.of(schema, new Random(seed));
      ExecutionResult expected = usual.execute(input(document));
      ExecutionResult actual = plain.execute(input(document));
      assertThat(actual.toSpecification())
          .as("seed %d: %s", seed, document)
          .isEqualTo(expected.toSpecification());
      withErrors += expected.getErrors().isEmpty() ? 0 : 1;
      withData += expected.getData() == null ? 0 : 1;
    }
    assertThat(withErrors).isGreaterThanOrEqualTo(troublesPerThousand == 0 ? 0 : 5);
    assertThat(withData).isGreaterThan(DOCUMENTS / 10);
  }

  @Test
  void goesAroundTheEngineWhereAllIsAtHand() throws IOException {
    GraphQLSchema schema = schema(0);
    GraphQL plain = engine(schema, new PlainStrategy(new SimpleDataFetcherExceptionHandler()));
    ExecutionResult result =
        plain.execute(
            "{performance(range: {from: \"2026-01-01\", to: \"2026-01-02\"}) {range {from to}}}");
    Map<String, Object> data = result.getData();
    assertThat(data.get("performance")).isInstanceOf(NamedValues.class);
  }

  private static ExecutionInput input(String document) {
    return ExecutionInput.newExecutionInput(document)
        .variables(Map.of("yes", true, "no", false))
        .build();
  }

  private static GraphQL engine(GraphQLSchema schema, ExecutionStrategy strategy) {
    return GraphQL.newGraphQL(schema).queryExecutionStrategy(strategy).build();
  }

  private static GraphQLSchema schema(int troublesPerThousand) throws IOException {
    AtomicReference<GraphQLSchema> built = new AtomicReference<>();
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    Scalars.all().forEach(wiring::scalar);
    TypeDefinitionRegistry types = types();
    types
        .getTypes(InterfaceTypeDefinition.class)
        .forEach(
            type ->
                wiring.type(
                    type.getName(),
                    each ->
                        each.typeResolver(
                            environment ->
                                environment
                                    .getSchema()
                                    .getObjectType(
                                        ((SeededFetcher.Thing) environment.getObject())
                                            .typeName()))));
    GraphQLSchema bare = new SchemaGenerator().makeExecutableSchema(types, wiring.build());
    SeededFetcher fetcher = new SeededFetcher(built::get, troublesPerThousand);
    GraphQLSchema schema = bare.transform(builder -> builder.codeRegistry(code(bare, fetcher)));
    built.set(schema);
    return schema;
  }

  /** One field in eight may wait, as fetchers do that are methods of controllers. */
  private static GraphQLCodeRegistry code(GraphQLSchema schema, SeededFetcher fetcher) {
    GraphQLCodeRegistry.Builder code =
        GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry());
    for (GraphQLObjectType type :
        schema.getAllTypesAsList().stream()
            .filter(GraphQLObjectType.class::isInstance)
            .map(GraphQLObjectType.class::cast)
            .filter(type -> !type.getName().startsWith("__"))
            .toList()) {
      for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
        DataFetcher<?> waiting = environment -> fetcher.get(environment);
        boolean mayWait = (type.getName() + field.getName()).hashCode() % 8 == 0;
        code.dataFetcher(FieldCoordinates.coordinates(type, field), mayWait ? waiting : fetcher);
      }
    }
    return code.build();
  }

  private static TypeDefinitionRegistry types() throws IOException {
    TypeDefinitionRegistry all = new TypeDefinitionRegistry();
    SchemaParser parser = new SchemaParser();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:graphql/*.graphqls")) {
      all.merge(parser.parse(file.getContentAsString(StandardCharsets.UTF_8)));
    }
    return all;
  }
}
