package io.outlay.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names speak of the business, each kind in its own form. */
class NamingTests {

  private static final String VERB_FIRST =
      "(get|fetch|find|list|load|create|update|delete|remove|set|do|run|make|compute)[A-Z].*";
  private static final String MACHINERY =
      ".*(Dto|Impl|Entity|Bean|(?<!Risk)Model(?!Role)|Row[A-Z]?Set|Table[A-Z]).*";

  /** Things that are sent in numbers and never shown one by one, so that no type describes them. */
  private static final List<String> SENT_ONLY = List.of("Events");

  @Test
  void typesArePascalCaseNounsWithoutMachinery() {
    assertThat(Sdl.types().map(GraphQLNamedType::getName))
        .allMatch(name -> name.matches("[A-Z][A-Za-z0-9]*"))
        .noneMatch(name -> name.matches(MACHINERY));
  }

  @Test
  void fieldsAndArgumentsAreCamelCaseAndDoNotBeginWithAVerb() {
    assertThat(fieldsArgumentsAndInputs())
        .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"))
        .noneMatch(name -> name.matches(VERB_FIRST));
  }

  @Test
  void enumValuesAreUpperSnakeCase() {
    assertThat(
            Sdl.types(GraphQLEnumType.class)
                .flatMap(type -> type.getValues().stream())
                .map(GraphQLEnumValueDefinition::getName))
        .allMatch(name -> name.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*"));
  }

  @Test
  void yesAndNoFieldsAskAQuestion() {
    assertThat(
            outputFields()
                .filter(field -> Shapes.innermost(field.getType()).equals("Boolean"))
                .map(GraphQLFieldDefinition::getName))
        .allMatch(name -> name.matches("(is|has|viewerCan)[A-Z].*"));
  }

  @Test
  void mutationsNameTheObjectFirst() {
    List<String> types =
        Stream.concat(
                Sdl.types(GraphQLObjectType.class).map(GraphQLObjectType::getName),
                SENT_ONLY.stream())
            .toList();

    assertThat(Sdl.SCHEMA.getMutationType().getFieldDefinitions())
        .allSatisfy(
            field ->
                assertThat(types.stream().map(NamingTests::lowerFirst))
                    .as(field.getName())
                    .anyMatch(
                        object ->
                            field.getName().startsWith(object)
                                && !field.getName().equals(object + "s")));
  }

  @Test
  void subscriptionsTellWhatHappened() {
    assertThat(Sdl.SCHEMA.getSubscriptionType().getFieldDefinitions())
        .extracting(GraphQLFieldDefinition::getName)
        .allMatch(name -> name.endsWith("ed"));
  }

  @Test
  void filesOpenWithTheRootFieldsTheyAdd() throws IOException {
    for (Path file : Sdl.files()) {
      String text = Files.readString(file);
      int firstOther = text.indexOf("\n\"");
      int lastExtension = text.lastIndexOf("extend type");

      assertThat(file.getFileName().toString()).matches("[a-z]+(-[a-z]+)*\\.graphqls");
      if (!file.endsWith("common.graphqls") && lastExtension >= 0) {
        assertThat(text).as(file.toString()).startsWith("extend type");
        assertThat(firstOther).as(file.toString()).isGreaterThan(lastExtension);
      }
    }
  }

  private static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static Stream<GraphQLFieldDefinition> outputFields() {
    return Sdl.types(GraphQLFieldsContainer.class)
        .flatMap(type -> type.getFieldDefinitions().stream());
  }

  private static Stream<String> fieldsArgumentsAndInputs() {
    Stream<String> outputs =
        outputFields()
            .flatMap(
                field ->
                    Stream.concat(
                        Stream.of(field.getName()),
                        field.getArguments().stream().map(argument -> argument.getName())));
    Stream<String> inputs =
        Sdl.types(GraphQLInputObjectType.class)
            .flatMap(type -> type.getFields().stream())
            .map(GraphQLInputObjectField::getName);
    return Stream.concat(outputs, inputs);
  }
}
