package io.outlay.access;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a valid document that asks for one root field, with what the schema requires. */
final class SampleOperation {

  private SampleOperation() {}

  static String of(String operation, GraphQLFieldDefinition field, String id) {
    boolean hasFields = !GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
    return operation
        + " { "
        + field.getName()
        + arguments(field.getArguments(), id)
        + (hasFields ? " { __typename }" : "")
        + " }";
  }

  private static String arguments(List<GraphQLArgument> arguments, String id) {
    String required =
        arguments.stream()
            .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()))
            .filter(argument -> !argument.hasSetDefaultValue())
            .map(argument -> argument.getName() + ": " + value(argument.getType(), id))
            .collect(Collectors.joining(", "));
    return required.isEmpty() ? "" : "(" + required + ")";
  }

  private static String value(GraphQLType type, String id) {
    return switch (type) {
      case GraphQLNonNull required -> value(required.getWrappedType(), id);
      case GraphQLList list -> "[" + value(list.getWrappedType(), id) + "]";
      case GraphQLEnumType names -> names.getValues().getFirst().getName();
      case GraphQLInputObjectType object -> object(object, id);
      case GraphQLNamedType scalar -> scalar(scalar.getName(), id);
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  private static String object(GraphQLInputObjectType type, String id) {
    List<GraphQLInputObjectField> fields = type.getFieldDefinitions();
    List<GraphQLInputObjectField> given =
        type.isOneOf()
            ? fields.subList(0, 1)
            : fields.stream()
                .filter(field -> GraphQLTypeUtil.isNonNull(field.getType()))
                .filter(field -> !field.hasSetDefaultValue())
                .toList();
    return given.stream()
        .map(field -> field.getName() + ": " + value(field.getType(), id))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String scalar(String name, String id) {
    return switch (name) {
      case "Int", "Long" -> "1";
      case "Float" -> "1.5";
      case "Boolean" -> "true";
      case "ID" -> '"' + id + '"';
      case "Decimal" -> "\"1.5\"";
      case "Date" -> "\"2026-01-01\"";
      case "DateTime" -> "\"2026-01-01T00:00:00Z\"";
      case "CurrencyCode" -> "\"USD\"";
      case "TimeZone" -> "\"UTC\"";
      default -> "\"sample\"";
    };
  }
}
