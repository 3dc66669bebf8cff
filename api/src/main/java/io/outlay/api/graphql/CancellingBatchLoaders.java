package io.outlay.api.graphql;

import graphql.GraphQLContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets every batch loader end with its operation. */
final class CancellingBatchLoaders implements BatchLoaderRegistry {

  private final DefaultBatchLoaderRegistry registry = new DefaultBatchLoaderRegistry();

  @Override
  public <K, V> RegistrationSpec<K, V> forTypePair(Class<K> keyType, Class<V> valueType) {
    return new Cancelling<>(registry.forTypePair(keyType, valueType));
  }

  @Override
  public <K, V> RegistrationSpec<K, V> forName(String name) {
    return new Cancelling<>(registry.forName(name));
  }

  @Override
  public boolean hasRegistrations() {
    return registry.hasRegistrations();
  }

  @Override
  public void registerDataLoaders(DataLoaderRegistry loaders, GraphQLContext context) {
    registry.registerDataLoaders(loaders, context);
  }

  private record Cancelling<K, V>(RegistrationSpec<K, V> spec) implements RegistrationSpec<K, V> {

    @Override
    public RegistrationSpec<K, V> withName(String name) {
      return new Cancelling<>(spec.withName(name));
    }

    @Override
    public RegistrationSpec<K, V> withOptions(Consumer<DataLoaderOptions.Builder> options) {
      return new Cancelling<>(spec.withOptions(options));
    }

    @Override
    public RegistrationSpec<K, V> withOptions(DataLoaderOptions options) {
      return new Cancelling<>(spec.withOptions(options));
    }

    @Override
    public void registerBatchLoader(BiFunction<List<K>, BatchLoaderEnvironment, Flux<V>> loader) {
      spec.registerBatchLoader(
          (keys, environment) ->
              Cancellation.bind(loader.apply(keys, environment), context(environment)));
    }

    @Override
    public void registerMappedBatchLoader(
        BiFunction<Set<K>, BatchLoaderEnvironment, Mono<Map<K, V>>> loader) {
      spec.registerMappedBatchLoader(
          (keys, environment) ->
              Cancellation.bind(loader.apply(keys, environment), context(environment)));
    }

    private static @Nullable GraphQLContext context(BatchLoaderEnvironment environment) {
      return environment.getContext();
    }
  }
}
