package io.outlay.api.contract;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What clients are promised, as the tests read it. */
public final class Contract {

  /** The schema as the server's class path holds it. */
  public static final GraphQLSchema SCHEMA =
      UnExecutableSchemaGenerator.makeUnExecutableSchema(parse());

  /** Module folder of the front end's contract; tests run in their own module's folder. */
  public static final Path FOLDER = Path.of("../frontend-contract/src");

  private Contract() {}

  static GraphQLEnumType enumType(String name) {
    return SCHEMA.getTypeAs(name);
  }

  /** A schema as one text that depends on nothing but its content. */
  public static String print(GraphQLSchema schema) {
    SchemaPrinter.Options options =
        SchemaPrinter.Options.defaultOptions()
            .includeScalarTypes(true)
            .includeDirectives(true)
            .includeSchemaDefinition(false)
            .includeDirectiveDefinition(Set.of("versioned", "live")::contains);
    return new SchemaPrinter(options).print(schema);
  }

  private static TypeDefinitionRegistry parse() {
    TypeDefinitionRegistry whole = new TypeDefinitionRegistry();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:graphql/*.graphqls")) {
        whole.merge(new SchemaParser().parse(file.getContentAsString(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return whole;
  }
}
