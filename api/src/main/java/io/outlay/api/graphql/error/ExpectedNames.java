package io.outlay.api.graphql.error;

import graphql.GraphQLError;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import io.outlay.domain.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says which names would be right where the engine only says that one is wrong. */
public final class ExpectedNames {

  private static final Pattern FIELD =
      Pattern.compile("Field '(?<name>\\w+)' in type '(?<type>\\w+)' is undefined");
  private static final Pattern ENUM =
      Pattern.compile("not in allowable values for enum '(?<type>\\w+)'");

  private ExpectedNames() {}

  /** The same errors; those about a field or a value nobody knows name the known ones. */
  public static List<GraphQLError> told(List<? extends GraphQLError> errors, GraphQLSchema schema) {
    return errors.stream().map(error -> told(error, schema)).toList();
  }

  private static GraphQLError told(GraphQLError error, GraphQLSchema schema) {
    String message = EngineWords.toPlain(String.valueOf(error.getMessage()));
    List<String> names = names(message, schema);
    return names.isEmpty()
        ? error
        : new ProblemError(
            ErrorCode.BAD_REQUEST,
            message + "; expected one of " + String.join(", ", names) + ".",
            error.getLocations(),
            error.getPath(),
            Map.of());
  }

  private static List<String> names(String message, GraphQLSchema schema) {
    Matcher field = FIELD.matcher(message);
    if (field.find()) {
      return fields(schema.getType(field.group("type")));
    }
    Matcher value = ENUM.matcher(message);
    return value.find() ? values(schema.getType(value.group("type"))) : List.of();
  }

  private static List<String> fields(@Nullable Object type) {
    return type instanceof GraphQLFieldsContainer container
        ? container.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName).toList()
        : List.of();
  }

  private static List<String> values(@Nullable Object type) {
    return type instanceof GraphQLEnumType names
        ? names.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList()
        : List.of();
  }
}
