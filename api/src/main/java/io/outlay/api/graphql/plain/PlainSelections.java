package io.outlay.api.graphql.plain;

import graphql.Scalars;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.LightDataFetcher;
import io.outlay.api.graphql.json.NamedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The plain selections of one operation, understood once each: fragments, names and conditions are
 * the same for every object of a selection.
 */
final class PlainSelections {

  private final ExecutionContext context;
  private final FieldCollector collector;
  private final Map<Selection, Optional<PlainValue>> known = new ConcurrentHashMap<>();

  private PlainSelections(ExecutionContext context, FieldCollector collector) {
    this.context = context;
    this.collector = collector;
  }

  static PlainSelections of(ExecutionContext context, FieldCollector collector) {
    return context
        .getGraphQLContext()
        .computeIfAbsent(PlainSelections.class, absent -> new PlainSelections(context, collector));
  }

  /** How values of a field are completed; null where that is for the engine. */
  @Nullable PlainValue find(GraphQLType type, MergedField field) {
    GraphQLType inner = GraphQLTypeUtil.unwrapAll(type);
    if (!(inner instanceof GraphQLObjectType)) {
      return null;
    }
    Selection selection = new Selection(type, field.getFields());
    Optional<PlainValue> found = known.get(selection);
    if (found == null) {
      found = Optional.ofNullable(understand(type, field));
      known.put(selection, found);
    }
    return found.orElse(null);
  }

  private @Nullable PlainValue understand(GraphQLType type, MergedField field) {
    return switch (type) {
      case GraphQLScalarType scalar -> new PlainValue.Scalar(scalar.getCoercing());
      case GraphQLEnumType choice -> new PlainValue.Choice(choice);
      case GraphQLList list -> many(list.getWrappedType(), field);
      case GraphQLObjectType object -> fields(object, field);
      default -> null; // interfaces and unions: the engine finds out which object it is
    };
  }

  private @Nullable PlainValue many(GraphQLType element, MergedField field) {
    PlainValue each = understand(GraphQLTypeUtil.unwrapNonNull(element), field);
    return each == null ? null : new PlainValue.Many(each, GraphQLTypeUtil.isNonNull(element));
  }

  private @Nullable PlainValue fields(GraphQLObjectType type, MergedField field) {
    MergedSelectionSet selected = collector.collectFields(parameters(type), field);
    List<PlainField> fields = new ArrayList<>(selected.size());
    for (MergedField each : selected.getSubFieldsList()) {
      PlainField plain = field(type, each);
      if (plain == null) {
        return null;
      }
      fields.add(plain);
    }
    return new PlainValue.Fields(new NamedValues.Names(selected.getKeys()), List.copyOf(fields));
  }

  private @Nullable PlainField field(GraphQLObjectType parent, MergedField field) {
    if (field.getName().equals(Introspection.TypeNameMetaFieldDef.getName())) {
      return typeName(parent);
    }
    GraphQLFieldDefinition definition = parent.getFieldDefinition(field.getName());
    DataFetcher<?> fetcher =
        context.getGraphQLSchema().getCodeRegistry().getDataFetcher(parent, definition);
    if (!(fetcher instanceof LightDataFetcher<?> light)) {
      return null;
    }
    GraphQLType type = definition.getType();
    PlainValue value = understand(GraphQLTypeUtil.unwrapNonNull(type), field);
    return value == null
        ? null
        : new PlainField(definition, light, value, GraphQLTypeUtil.isNonNull(type));
  }

  private static PlainField typeName(GraphQLObjectType parent) {
    return new PlainField(
        Introspection.TypeNameMetaFieldDef,
        new TypeName(parent.getName()),
        new PlainValue.Scalar(Scalars.GraphQLString.getCoercing()),
        true);
  }

  private FieldCollectorParameters parameters(GraphQLObjectType type) {
    return FieldCollectorParameters.newParameters()
        .schema(context.getGraphQLSchema())
        .objectType(type)
        .fragments(context.getFragmentsByName())
        .variables(context.getCoercedVariables().toMap())
        .graphQLContext(context.getGraphQLContext())
        .build();
  }

  /** The same fields of the document, asked of the same type. */
  private record Selection(GraphQLType type, List<Field> fields) {}
}
