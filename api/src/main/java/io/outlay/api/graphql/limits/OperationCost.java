package io.outlay.api.graphql.limits;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges what an operation will cost before it runs: points are expected SQL statements plus a
 * tenth of the expected rows.
 *
 * <p>Children are loaded in batches, so a field costs its statements once, however many parents it
 * has, and its rows once per parent. {@code @skip} and {@code @include} are not believed: what may
 * be asked counts. Built once per operation, small because the operation's size is limited before.
 */
public final class OperationCost {

  private static final String FIRST = "first";
  private static final int MOST_ROWS = 1_000_000_000;

  private final GraphQLSchema schema;
  private final FieldCosts costs;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, BigInteger> variableDefaults = new HashMap<>();
  private final List<Node> roots;

  /** Prepares the judgement of a valid operation. */
  public OperationCost(
      GraphQLSchema schema, FieldCosts costs, Document document, OperationDefinition operation) {
    this.schema = schema;
    this.costs = costs;
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    operation.getVariableDefinitions().forEach(this::keepDefault);
    this.roots = nodes(operation.getSelectionSet(), rootType(operation));
  }

  /**
   * Points of the operation with these variables, at least 1.
   *
   * @param pages asked about every page size found, by its value; throws where one is not allowed
   */
  public int points(Map<String, @Nullable Object> variables, PageRule pages) {
    Sum sum = new Sum();
    for (Node root : roots) {
      add(root, 1, variables, pages, sum);
    }
    long points = sum.statements + (sum.rows + 9) / 10;
    return (int) Math.max(1, Math.min(points, Integer.MAX_VALUE));
  }

  /** Decides whether a page size is allowed. */
  @FunctionalInterface
  public interface PageRule {

    /**
     * Throws where it is not.
     *
     * @param field name of the field whose page it is
     * @param size as asked for
     */
    void check(String field, BigInteger size);
  }

  private void add(
      Node node, long parents, Map<String, @Nullable Object> variables, PageRule pages, Sum sum) {
    long each = node.rows;
    if (node.page != null) {
      BigInteger size = node.page.size(variables, variableDefaults);
      pages.check(node.name, size);
      each = size.max(BigInteger.ONE).min(BigInteger.valueOf(MOST_ROWS)).longValue();
    }
    long rows = Math.min(MOST_ROWS, parents * each);
    sum.statements += node.statements;
    sum.rows = Math.min(MOST_ROWS, sum.rows + rows);
    for (Node child : node.children) {
      add(child, Math.max(parents, rows), variables, pages, sum);
    }
  }

  private void keepDefault(VariableDefinition variable) {
    if (variable.getDefaultValue() instanceof IntValue number) {
      variableDefaults.put(variable.getName(), number.getValue());
    }
  }

  private @Nullable GraphQLFieldsContainer rootType(OperationDefinition operation) {
    return switch (operation.getOperation()) {
      case QUERY -> schema.getQueryType();
      case MUTATION -> schema.getMutationType();
      case SUBSCRIPTION -> schema.getSubscriptionType();
    };
  }

  private List<Node> nodes(@Nullable SelectionSet selections, @Nullable GraphQLType type) {
    List<Node> nodes = new ArrayList<>();
    if (selections != null) {
      selections.getSelections().forEach(selection -> collect(selection, type, nodes));
    }
    return nodes;
  }

  private void collect(Selection<?> selection, @Nullable GraphQLType type, List<Node> nodes) {
    switch (selection) {
      case Field field -> collect(field, type, nodes);
      case InlineFragment inline ->
          nodes.addAll(
              nodes(
                  inline.getSelectionSet(),
                  inline.getTypeCondition() == null
                      ? type
                      : schema.getType(inline.getTypeCondition().getName())));
      case FragmentSpread spread -> collect(fragments.get(spread.getName()), nodes);
      default -> {} // there are no other kinds of selection
    }
  }

  private void collect(@Nullable FragmentDefinition fragment, List<Node> nodes) {
    if (fragment != null) {
      nodes.addAll(
          nodes(fragment.getSelectionSet(), schema.getType(fragment.getTypeCondition().getName())));
    }
  }

  private void collect(Field field, @Nullable GraphQLType type, List<Node> nodes) {
    GraphQLFieldDefinition definition =
        type instanceof GraphQLFieldsContainer container
            ? container.getFieldDefinition(field.getName())
            : null;
    if (definition == null || !(type instanceof GraphQLFieldsContainer container)) {
      return; // introspection costs nothing but what its own limits allow
    }
    FieldCosts.Cost cost = costs.of(container.getName(), definition);
    Page page = pageOf(field, definition);
    List<Node> children =
        nodes(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()));
    if (cost.statements() > 0 || cost.rows() > 0 || page != null) {
      nodes.add(new Node(field.getName(), cost.statements(), cost.rows(), page, children));
    } else {
      nodes.addAll(children);
    }
  }

  private static @Nullable Page pageOf(Field field, GraphQLFieldDefinition definition) {
    GraphQLArgument first = definition.getArgument(FIRST);
    if (first == null) {
      return null;
    }
    Value<?> given = null;
    for (Argument argument : field.getArguments()) {
      if (argument.getName().equals(FIRST)) {
        given = argument.getValue();
      }
    }
    return new Page(given, usual(first));
  }

  private static BigInteger usual(GraphQLArgument first) {
    return first.getArgumentDefaultValue().getValue() instanceof IntValue number
        ? number.getValue()
        : BigInteger.valueOf(FieldCosts.USUAL_PAGE);
  }

  /** A field that costs something, and those below it. */
  private record Node(
      String name, int statements, int rows, @Nullable Page page, List<Node> children) {}

  /** A page size: a number, a variable, or what is usual. */
  private record Page(@Nullable Value<?> given, BigInteger usual) {

    BigInteger size(
        Map<String, @Nullable Object> variables, Map<String, BigInteger> variableDefaults) {
      return switch (given) {
        case IntValue number -> number.getValue();
        case VariableReference variable -> {
          Object value = variables.get(variable.getName());
          yield value instanceof Number number && !(value instanceof BigDecimal)
              ? new BigInteger(number.toString())
              : variableDefaults.getOrDefault(variable.getName(), usual);
        }
        case null, default -> usual; // what has the wrong type is refused by the engine
      };
    }
  }

  /** What has been added up so far. */
  private static final class Sum {
    private long statements;
    private long rows;
  }
}
