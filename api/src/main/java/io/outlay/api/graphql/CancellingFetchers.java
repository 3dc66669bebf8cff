package io.outlay.api.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets every reactive resolver of queries and mutations end with its operation. */
final class CancellingFetchers extends GraphQLTypeVisitorStub {

  @Override
  public TraversalControl visitGraphQLFieldDefinition(
      GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
    GraphQLCodeRegistry.Builder code = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
    GraphQLFieldsContainer parent = (GraphQLFieldsContainer) context.getParentNode();
    FieldCoordinates at = FieldCoordinates.coordinates(parent, field);
    DataFetcher<?> fetcher = code.getDataFetcher(at, field);
    // Spring's inspection asks its own fetchers about themselves, so they are wrapped one level
    // down
    if (fetcher instanceof SelfDescribingDataFetcher<?> described
        && !parent.getName().equals("Subscription")) { // a stream is cancelled by its reader
      code.dataFetcher(at, new Cancelling(described));
    }
    return TraversalControl.CONTINUE;
  }

  private record Cancelling(SelfDescribingDataFetcher<?> fetcher)
      implements SelfDescribingDataFetcher<Object> {

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
      Object value = fetcher.get(environment);
      return switch (value) {
        case Mono<?> mono -> Cancellation.bind(mono, environment.getGraphQlContext());
        case Flux<?> flux -> Cancellation.bind(flux, environment.getGraphQlContext());
        case null, default -> value;
      };
    }

    @Override
    public String getDescription() {
      return fetcher.getDescription();
    }

    @Override
    public ResolvableType getReturnType() {
      return fetcher.getReturnType();
    }

    @Override
    public @Nullable Method asMethod() {
      return fetcher.asMethod();
    }

    @Override
    public Map<String, ResolvableType> getArguments() {
      return fetcher.getArguments();
    }

    @Override
    public boolean usesDataLoader() {
      return fetcher.usesDataLoader();
    }
  }
}
