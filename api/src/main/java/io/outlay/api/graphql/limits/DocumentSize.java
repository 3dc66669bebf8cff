package io.outlay.api.graphql.limits;

import graphql.introspection.Introspection;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.outlay.domain.error.BadRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures the operations of one document before it is validated: validation itself can be made
 * slow by a document that is too large.
 *
 * <p>Each fragment is measured once and added wherever it is spread, so that the work grows with
 * the document's length while the result grows with what would be executed.
 */
final class DocumentSize {

  private static final String MONEY = "Money";

  private final GraphQLSchema schema;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, Size> measured = new HashMap<>();
  private final Map<String, Integer> rootFields = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  DocumentSize(GraphQLSchema schema, Document document) {
    this.schema = schema;
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
  }

  /** Size of an operation. Errors when a fragment contains itself. */
  Size of(OperationDefinition operation) {
    return of(operation.getSelectionSet(), rootType(operation))
        .beside(directives(operation.getDirectives()));
  }

  /** Number of fields at the top of an operation; measure its size first. */
  int rootFieldsOf(OperationDefinition operation) {
    return countRootFields(operation.getSelectionSet());
  }

  private int countRootFields(SelectionSet selections) {
    long count = 0;
    for (Selection<?> selection : selections.getSelections()) {
      count +=
          switch (selection) {
            case InlineFragment inline -> countRootFields(inline.getSelectionSet());
            case FragmentSpread spread -> rootFieldsIn(spread.getName());
            default -> 1;
          };
    }
    return (int) Math.min(count, Short.MAX_VALUE);
  }

  private int rootFieldsIn(String fragment) {
    Integer known = rootFields.get(fragment);
    FragmentDefinition definition = fragments.get(fragment);
    if (known != null || definition == null) {
      return known == null ? 0 : known;
    }
    int count = countRootFields(definition.getSelectionSet());
    rootFields.put(fragment, count);
    return count;
  }

  private @Nullable GraphQLObjectType rootType(OperationDefinition operation) {
    return switch (operation.getOperation()) {
      case QUERY -> schema.getQueryType();
      case MUTATION -> schema.getMutationType();
      case SUBSCRIPTION -> schema.getSubscriptionType();
    };
  }

  private Size of(@Nullable SelectionSet selections, @Nullable GraphQLCompositeType type) {
    Size size = Size.NOTHING;
    if (selections != null) {
      for (Selection<?> selection : selections.getSelections()) {
        size = size.beside(of(selection, type));
      }
    }
    return size;
  }

  private Size of(Selection<?> selection, @Nullable GraphQLCompositeType type) {
    return switch (selection) {
      case Field field -> of(field, type);
      case InlineFragment inline ->
          of(inline.getSelectionSet(), narrowed(inline, type))
              .beside(directives(inline.getDirectives()));
      case FragmentSpread spread ->
          ofFragment(spread.getName()).beside(directives(spread.getDirectives()));
      default -> Size.NOTHING;
    };
  }

  private @Nullable GraphQLCompositeType narrowed(
      InlineFragment inline, @Nullable GraphQLCompositeType type) {
    return inline.getTypeCondition() == null
        ? type
        : compositeType(inline.getTypeCondition().getName());
  }

  private Size ofFragment(String name) {
    Size known = measured.get(name);
    FragmentDefinition fragment = fragments.get(name);
    if (known != null || fragment == null) {
      return known == null ? Size.NOTHING : known; // an unknown fragment is left to validation
    }
    if (!open.add(name)) {
      throw new BadRequest("Fragment " + name + " contains itself. Break the circle.");
    }
    Size size =
        of(fragment.getSelectionSet(), compositeType(fragment.getTypeCondition().getName()))
            .beside(directives(fragment.getDirectives()));
    open.remove(name);
    measured.put(name, size);
    return size;
  }

  private Size of(Field field, @Nullable GraphQLCompositeType type) {
    Size below = of(field.getSelectionSet(), typeOf(field, type));
    long aliases = below.aliases() + (field.getAlias() == null ? 0 : 1);
    long directives = below.directives() + field.getDirectives().size();
    if (isIntrospection(field)) {
      return new Size(1, aliases, 0, below.fields() + below.introspected() + 1, directives);
    }
    if (isMoney(field, type)) {
      return new Size(1, aliases, 1, below.introspected(), directives);
    }
    return new Size(
        below.depth() + 1, aliases, below.fields() + 1, below.introspected(), directives);
  }

  private static Size directives(List<Directive> directives) {
    return new Size(0, 0, 0, 0, directives.size());
  }

  private static boolean isIntrospection(Field field) {
    return field.getName().equals(Introspection.SchemaMetaFieldDef.getName())
        || field.getName().equals(Introspection.TypeMetaFieldDef.getName());
  }

  private boolean isMoney(Field field, @Nullable GraphQLCompositeType type) {
    GraphQLCompositeType result = typeOf(field, type);
    return result != null && result.getName().equals(MONEY);
  }

  private @Nullable GraphQLCompositeType typeOf(Field field, @Nullable GraphQLCompositeType type) {
    if (!(type instanceof GraphQLFieldsContainer container)) {
      return null;
    }
    GraphQLFieldDefinition definition = container.getFieldDefinition(field.getName());
    if (definition == null) {
      return null;
    }
    GraphQLType result = GraphQLTypeUtil.unwrapAll(definition.getType());
    return result instanceof GraphQLNamedOutputType && result instanceof GraphQLCompositeType found
        ? found
        : null;
  }

  private @Nullable GraphQLCompositeType compositeType(String name) {
    return schema.getType(name) instanceof GraphQLCompositeType found ? found : null;
  }
}
