package io.outlay.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Types of one kind are built alike. */
class ShapeTests {

  /** Ids of things the schema does not hold as objects: any kind of subject, and requests. */
  private static final Set<String> OF_NO_TYPE = Set.of("subjectId", "requestId");

  private static final List<String> LISTS_WITH_GAPS = List.of("Query.nodes");

  @Test
  void listsHoldNoNulls() {
    List<String> loose = new ArrayList<>();
    Sdl.types(GraphQLFieldsContainer.class)
        .forEach(
            type ->
                type.getFieldDefinitions().stream()
                    .filter(field -> Shapes.hasNullableElements(field.getType()))
                    .forEach(field -> loose.add(type.getName() + "." + field.getName())));
    Sdl.types(GraphQLInputObjectType.class)
        .forEach(
            type ->
                type.getFields().stream()
                    .filter(field -> Shapes.hasNullableElements(field.getType()))
                    .forEach(field -> loose.add(type.getName() + "." + field.getName())));

    assertThat(loose).isEqualTo(LISTS_WITH_GAPS);
  }

  @Test
  void connectionsHaveEdgesNodesPageInfoAndPerhapsTotalCount() {
    assertThat(connections())
        .isNotEmpty()
        .allSatisfy(
            connection -> {
              String node = connection.getName().replace("Connection", "");
              assertThat(fields(connection))
                  .startsWith(
                      "edges: [" + node + "Edge!]!",
                      "nodes: [" + node + "!]!",
                      "pageInfo: PageInfo!")
                  .isSubsetOf(
                      "edges: [" + node + "Edge!]!",
                      "nodes: [" + node + "!]!",
                      "pageInfo: PageInfo!",
                      "totalCount: Int!");
              assertThat(fields(Sdl.SCHEMA.getObjectType(node + "Edge")))
                  .containsExactly("cursor: String!", "node: " + node + "!");
            });
  }

  @Test
  void fieldsThatGiveConnectionsTakeFirstAndAfter() {
    assertThat(fieldsOfType("Connection!"))
        .isNotEmpty()
        .allSatisfy(
            field -> {
              assertThat(Shapes.written(field.getArgument("first").getType())).isEqualTo("Int!");
              assertThat(defaultOf(field.getArgument("first"))).isEqualTo("50");
              assertThat(Shapes.written(field.getArgument("after").getType())).isEqualTo("String");
            });
  }

  @Test
  void nodesHaveAnOpaqueIdAndReferToObjects() {
    assertThat(Sdl.SCHEMA.getImplementations(Sdl.SCHEMA.getTypeAs("Node")))
        .isNotEmpty()
        .allSatisfy(
            node -> {
              assertThat(Shapes.written(node.getField("id").getType())).isEqualTo("ID!");
              assertThat(node.getFieldDefinitions())
                  .extracting(GraphQLFieldDefinition::getName)
                  .filteredOn(name -> !OF_NO_TYPE.contains(name))
                  .noneMatch(
                      name ->
                          name.endsWith("Id")
                              && !name.toLowerCase(java.util.Locale.ROOT).endsWith("externalid"));
            });
  }

  @Test
  void mutationsTakeAnInputOrAnIdAndAnswerWithTheirPayload() {
    assertThat(Sdl.SCHEMA.getMutationType().getFieldDefinitions())
        .isNotEmpty()
        .allSatisfy(
            field -> {
              String name = upperFirst(field.getName());
              assertThat(Shapes.written(field.getType())).isEqualTo(name + "Payload!");
              assertThat(field.getArguments())
                  .allSatisfy(
                      argument ->
                          assertThat(argument.getName() + ": " + Shapes.written(argument.getType()))
                              .isIn("id: ID!", "input: " + name + "Input!"));
            });
  }

  @Test
  void payloadsAreNullableButForUserErrorsWithCodes() {
    assertThat(objects("Payload"))
        .isNotEmpty()
        .allSatisfy(
            payload -> {
              String name = payload.getName().replace("Payload", "");
              assertThat(fields(payload)).contains("userErrors: [" + name + "UserError!]!");
              assertThat(payload.getFieldDefinitions())
                  .filteredOn(field -> !field.getName().equals("userErrors"))
                  .noneMatch(field -> Shapes.written(field.getType()).endsWith("!"));
              assertThat(fields(Sdl.SCHEMA.getObjectType(name + "UserError")))
                  .containsExactly(
                      "message: String!", "field: [String!]", "code: " + name + "ErrorCode!");
              assertThat(Sdl.SCHEMA.getObjectType(name + "UserError").getInterfaces())
                  .extracting(GraphQLNamedOutputType::getName)
                  .containsExactly("UserError");
            });
  }

  @Test
  void moneyIsNeverAFloat() {
    assertThat(
            Sdl.types(GraphQLFieldsContainer.class)
                .flatMap(type -> type.getFieldDefinitions().stream())
                .filter(field -> Shapes.innermost(field.getType()).equals("Float"))
                .map(GraphQLFieldDefinition::getName))
        .isSubsetOf(
            "ctr cvr roas roi relative absolute"
                .concat(" value probability threshold baseValue restContribution anomaly")
                .concat(" number contribution share percentile medianSurvivalDays churnProbability")
                .concat(" rocAuc prAuc logLoss brier calibrationSlope observedToExpected ece")
                .concat(
                    " difference low high controlShare liftAt10Percent harrellC unoC anomalyRocAuc")
                .concat(" champion model pValue significance index limit figure precision recall")
                .concat(" missingThen missingNow sharesThen sharesNow positives truePositives")
                .concat(" falsePositives trueNegatives falseNegatives")
                .split(" ", -1));
  }

  @Test
  void everyOwnScalarHasJavaBehindItAndNamesItsSpecification() {
    List<GraphQLScalarType> declared = Sdl.types(GraphQLScalarType.class).toList();

    assertThat(declared)
        .extracting(GraphQLScalarType::getName)
        .containsExactlyInAnyOrderElementsOf(
            Scalars.all().stream().map(GraphQLScalarType::getName).toList());
    assertThat(declared).extracting(GraphQLScalarType::getSpecifiedByUrl).doesNotContainNull();
  }

  @Test
  void onlyQueriesAreMarkedVersioned() {
    assertThat(
            Sdl.types(GraphQLFieldsContainer.class)
                .filter(type -> !type.getName().equals("Query"))
                .flatMap(type -> type.getFieldDefinitions().stream())
                .filter(field -> field.hasAppliedDirective("versioned")))
        .isEmpty();
    assertThat(Sdl.SCHEMA.getQueryType().getField("performance").hasAppliedDirective("versioned"))
        .isTrue();
  }

  private static Stream<GraphQLObjectType> connections() {
    return objects("Connection");
  }

  private static Stream<GraphQLObjectType> objects(String ending) {
    return Sdl.types(GraphQLObjectType.class).filter(type -> type.getName().endsWith(ending));
  }

  private static Stream<GraphQLFieldDefinition> fieldsOfType(String ending) {
    return Sdl.types(GraphQLFieldsContainer.class)
        .flatMap(type -> type.getFieldDefinitions().stream())
        .filter(field -> Shapes.written(field.getType()).endsWith(ending));
  }

  private static List<String> fields(GraphQLObjectType type) {
    return type.getFieldDefinitions().stream()
        .map(field -> field.getName() + ": " + Shapes.written(field.getType()))
        .toList();
  }

  private static String defaultOf(GraphQLArgument argument) {
    return graphql.language.AstPrinter.printAstCompact(
        (graphql.language.IntValue) argument.getArgumentDefaultValue().getValue());
  }

  private static String upperFirst(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
