package io.outlay.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every operation that clients and pages send fits the schema, and so do its example variables. */
class OperationsTests {

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  @ParameterizedTest
  @MethodSource("operations")
  void fitsTheSchema(Path file) throws IOException {
    ParseAndValidateResult judged = judge(file);

    assertThat(judged.getErrors()).as(file.toString()).isEmpty();
    assertThat(operation(judged).getName()).isEqualTo(nameOf(file));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void itsExampleVariablesAreOfTheRightTypes(Path file) throws IOException {
    OperationDefinition operation = operation(judge(file));
    Map<String, Object> given = exampleVariables(file);

    CoercedVariables coerced =
        ValuesResolver.coerceVariableValues(
            Contract.SCHEMA,
            operation.getVariableDefinitions(),
            RawVariables.of(given),
            GraphQLContext.getDefault(),
            Locale.ENGLISH);

    assertThat(given.keySet()).isSubsetOf(coerced.toMap().keySet());
  }

  static List<Path> operations() throws IOException {
    try (Stream<Path> files = Files.walk(Contract.FOLDER.resolve("operations"))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".graphql")).toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static ParseAndValidateResult judge(Path file) throws IOException {
    return ParseAndValidate.parseAndValidate(
        Contract.SCHEMA, ExecutionInput.newExecutionInput(Files.readString(file)).build());
  }

  private static OperationDefinition operation(ParseAndValidateResult judged) {
    return judged.getDocument().getDefinitionsOfType(OperationDefinition.class).getFirst();
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replace(".graphql", "");
  }

  /** The pages put days in the place of words such as {today-7d}. */
  private static Map<String, Object> exampleVariables(Path operation) throws IOException {
    Path file = operation.resolveSibling(nameOf(operation) + ".variables.json");
    if (!Files.exists(file)) {
      return Map.of();
    }
    String text = Files.readString(file).replaceAll("\\{(today|month)[^}]*}", "2026-11-01");
    return JsonMapper.shared().readValue(text, VARIABLES);
  }
}
