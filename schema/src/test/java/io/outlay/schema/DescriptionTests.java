package io.outlay.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything a client sees is explained. */
class DescriptionTests {

  private static final List<String> SPECIFIED =
      List.of(
          "include",
          "skip",
          "deprecated",
          "specifiedBy",
          "oneOf",
          "defer",
          "experimental_disableErrorPropagation");

  @Test
  void everyTypeFieldArgumentAndValueIsDescribed() {
    List<String> bare = new ArrayList<>();

    Sdl.types().forEach(type -> collectBare(type, bare));
    Sdl.SCHEMA.getDirectives().stream()
        .filter(directive -> !SPECIFIED.contains(directive.getName()))
        .forEach(directive -> collectBare(directive, bare));

    assertThat(bare).as("without description").isEmpty();
  }

  @Test
  void descriptionsAreSentences() {
    List<String> crooked = new ArrayList<>();

    Sdl.types().forEach(type -> collectCrooked("", type, crooked));
    Sdl.types(GraphQLFieldsContainer.class)
        .forEach(
            type ->
                type.getFieldDefinitions()
                    .forEach(field -> collectCrooked(type.getName() + ".", field, crooked)));

    assertThat(crooked).as("not begun or ended like a sentence").isEmpty();
  }

  @Test
  void pageSizesNameTheirDefaultAndMaximum() {
    List<String> silent =
        Sdl.types(GraphQLFieldsContainer.class)
            .flatMap(type -> type.getFieldDefinitions().stream())
            .flatMap(field -> field.getArguments().stream().filter(DescriptionTests::isPageSize))
            .filter(first -> !describes(first, "Default 50, maximum 500"))
            .map(GraphQLArgument::toString)
            .toList();

    assertThat(silent).isEmpty();
  }

  @Test
  void nullableListsOfInputSayHowManyTheyTake() {
    List<String> silent = new ArrayList<>();

    Sdl.types(GraphQLInputObjectType.class)
        .forEach(
            type ->
                type.getFields().stream()
                    .filter(field -> Shapes.isList(field.getType()))
                    .filter(field -> !describes(field, "Maximum "))
                    .forEach(field -> silent.add(type.getName() + "." + field.getName())));

    assertThat(silent).as("lists of input without a maximum").isEmpty();
  }

  private static boolean isPageSize(GraphQLArgument argument) {
    return argument.getName().equals("first");
  }

  private static boolean describes(GraphQLNamedSchemaElement element, String words) {
    String description = element.getDescription();
    return description != null && description.contains(words);
  }

  private static void collectBare(GraphQLDirective directive, List<String> bare) {
    note("@" + directive.getName(), directive, bare);
  }

  private static void collectBare(GraphQLNamedType type, List<String> bare) {
    note(type.getName(), type, bare);
    switch (type) {
      case GraphQLFieldsContainer fields ->
          fields.getFieldDefinitions().forEach(field -> collectBare(type, field, bare));
      case GraphQLInputObjectType input ->
          input.getFields().forEach(field -> note(path(type, field), field, bare));
      case GraphQLEnumType values ->
          values.getValues().forEach(value -> note(path(type, value), value, bare));
      default -> {}
    }
  }

  private static void collectBare(
      GraphQLNamedType type, GraphQLFieldDefinition field, List<String> bare) {
    note(path(type, field), field, bare);
    field
        .getArguments()
        .forEach(argument -> note(path(type, field) + "(" + argument.getName(), argument, bare));
  }

  private static void note(String path, GraphQLNamedSchemaElement element, List<String> bare) {
    String description = element.getDescription();
    if (description == null || description.isBlank()) {
      bare.add(path);
    }
  }

  private static void collectCrooked(
      String prefix, GraphQLNamedSchemaElement element, List<String> crooked) {
    String description = element.getDescription();
    if (description == null || !description.strip().matches("(?s)[A-Z`0-9/].*[.…]")) {
      crooked.add(prefix + element.getName() + ": " + description);
    }
  }

  private static String path(GraphQLNamedType type, GraphQLNamedSchemaElement member) {
    return type.getName() + "." + member.getName();
  }
}
