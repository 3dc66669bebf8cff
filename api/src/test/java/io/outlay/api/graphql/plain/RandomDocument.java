package io.outlay.api.graphql.plain;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Random;

/**
 * A query over a schema with all that selections can hold: names of their own, fragments of both
 * kinds, conditions, types' names, the same field twice. Fields that need arguments are left out.
 */
final class RandomDocument {

  private static final int DEPTH = 5;

  private final GraphQLSchema schema;
  private final Random random;
  private final StringBuilder fragments = new StringBuilder();
  private int names;

  private RandomDocument(GraphQLSchema schema, Random random) {
    this.schema = schema;
    this.random = random;
  }

  static String of(GraphQLSchema schema, Random random) {
    RandomDocument document = new RandomDocument(schema, random);
    String selection = document.selection(schema.getQueryType(), DEPTH);
    return "query Random($yes: Boolean!, $no: Boolean!) " + selection + document.fragments;
  }

  private String selection(GraphQLFieldsContainer type, int depth) {
    StringBuilder text = new StringBuilder("{ __typename ");
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      text.append(part(type, depth)).append(' ');
    }
    return text.append("} ").toString();
  }

  private String part(GraphQLFieldsContainer type, int depth) {
    int fragmentsEnd = depth > 0 ? 0 : 3;
    return switch (fragmentsEnd + random.nextInt(10 - fragmentsEnd)) {
      case 0 -> "... " + condition() + selection(type, depth - 1);
      case 1 -> "... on " + someType(type).getName() + " " + selection(someType(type), 0);
      case 2 -> "..." + fragment(type, depth) + " " + condition();
      case 3 -> "n" + names++ + ": __typename " + condition();
      default -> field(type, depth);
    };
  }

  private GraphQLFieldsContainer someType(GraphQLFieldsContainer type) {
    return type instanceof GraphQLInterfaceType many ? first(many) : type;
  }

  private GraphQLFieldsContainer first(GraphQLInterfaceType many) {
    return schema.getImplementations(many).getFirst();
  }

  private String fragment(GraphQLFieldsContainer type, int depth) {
    String name = "F" + names++;
    String selection = selection(type, depth - 1);
    fragments.append("fragment ").append(name).append(" on ").append(type.getName());
    fragments.append(' ').append(selection);
    return name;
  }

  private String field(GraphQLFieldsContainer type, int depth) {
    List<GraphQLFieldDefinition> fields =
        type.getFieldDefinitions().stream()
            .filter(field -> field.getArguments().stream().noneMatch(RandomDocument::isNeeded))
            .filter(field -> depth > 0 || !hasFields(field.getType()))
            .toList();
    if (fields.isEmpty()) {
      return "__typename";
    }
    GraphQLFieldDefinition field = fields.get(random.nextInt(fields.size()));
    String alias = random.nextInt(4) == 0 ? "" : "n" + names++ + ": ";
    String below =
        GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer inner
            ? selection(inner, depth - 1)
            : "";
    return alias + field.getName() + " " + condition() + below;
  }

  private String condition() {
    return switch (random.nextInt(8)) {
      case 0 -> "@include(if: $yes) ";
      case 1 -> "@include(if: $no) ";
      case 2 -> "@skip(if: $no) ";
      case 3 -> "@skip(if: true) ";
      default -> "";
    };
  }

  private static boolean isNeeded(GraphQLArgument argument) {
    return GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
  }

  private static boolean hasFields(GraphQLType type) {
    return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLFieldsContainer;
  }
}
