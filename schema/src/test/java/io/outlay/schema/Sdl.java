package io.outlay.schema;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The SDL files, as the tests of its rules read them. */
final class Sdl {

  static final GraphQLSchema SCHEMA = UnExecutableSchemaGenerator.makeUnExecutableSchema(parse());

  private Sdl() {}

  static List<Path> files() {
    try (Stream<Path> found = Files.list(Path.of("src/main/resources/graphql"))) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Types the SDL declares itself. */
  static Stream<GraphQLNamedType> types() {
    return SCHEMA.getAllTypesAsList().stream().filter(type -> type.getDefinition() != null);
  }

  static <T extends GraphQLNamedType> Stream<T> types(Class<T> kind) {
    return types().filter(kind::isInstance).map(kind::cast);
  }

  private static TypeDefinitionRegistry parse() {
    TypeDefinitionRegistry whole = new TypeDefinitionRegistry();
    files().forEach(file -> whole.merge(new SchemaParser().parse(file.toFile())));
    return whole;
  }
}
