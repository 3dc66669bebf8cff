package io.outlay.api.graphql;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import io.outlay.api.graphql.limits.Limits;
import io.outlay.api.graphql.plain.PlainStrategy;
import io.outlay.schema.Scalars;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.ClassNameTypeResolver;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Connects the engine with Outlay's documents, limits and cancellation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
class GraphQlConfiguration {

  @Bean
  BatchLoaderRegistry batchLoaderRegistry() {
    return new CancellingBatchLoaders();
  }

  @Bean
  GraphQlSourceBuilderCustomizer preparedDocumentsAndCancellation(
      ObjectProvider<DataFetcherExceptionResolver> resolvers) {
    return source ->
        source
            .defaultTypeResolver(typeNames())
            .typeVisitors(List.of(new CancellingFetchers()))
            .configureGraphQl(
                engine ->
                    engine
                        .preparsedDocumentProvider(preparedDocuments())
                        .queryExecutionStrategy(new PlainStrategy(handler(resolvers))));
  }

  private static DataFetcherExceptionHandler handler(
      ObjectProvider<DataFetcherExceptionResolver> resolvers) {
    return DataFetcherExceptionResolver.createExceptionHandler(resolvers.orderedStream().toList());
  }

  /** A class is called like its type, or like its type and {@code View}. */
  private static ClassNameTypeResolver typeNames() {
    ClassNameTypeResolver resolver = new ClassNameTypeResolver();
    resolver.setClassNameExtractor(
        type -> {
          String name = type.getSimpleName();
          return name.endsWith("View") ? name.substring(0, name.length() - 4) : name;
        });
    return resolver;
  }

  @Bean
  RuntimeWiringConfigurer scalars() {
    return wiring -> Scalars.all().forEach(wiring::scalar);
  }

  /** Executions that came through {@link Operations} bring their document; others parse it. */
  private static PreparsedDocumentProvider preparedDocuments() {
    return (input, parse) -> {
      PreparedDocument prepared = input.getGraphQLContext().get(PreparedDocument.class);
      return CompletableFuture.completedFuture(
          prepared == null ? parse.apply(input) : prepared.entry());
    };
  }
}
