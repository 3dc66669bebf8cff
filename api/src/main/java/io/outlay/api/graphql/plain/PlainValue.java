package io.outlay.api.graphql.plain;

import graphql.execution.ExecutionContext;
import graphql.schema.Coercing;
import graphql.schema.GraphQLEnumType;
import io.outlay.api.graphql.json.NamedValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a value of one type is completed. Shared by all values of a selection; immutable. */
sealed interface PlainValue {

  /**
   * The value as it stands in the answer; null for a leaf that serializes to null.
   *
   * @param value ready and not null
   * @throws RuntimeException where the engine has to complete it instead
   */
  @Nullable Object complete(Object value, ExecutionContext context);

  /** A scalar. */
  record Scalar(Coercing<?, ?> coercing) implements PlainValue {

    @Override
    public @Nullable Object complete(Object value, ExecutionContext context) {
      return coercing.serialize(value, context.getGraphQLContext(), context.getLocale());
    }
  }

  /** An enum. */
  record Choice(GraphQLEnumType type) implements PlainValue {

    @Override
    public Object complete(Object value, ExecutionContext context) {
      return type.serialize(value, context.getGraphQLContext(), context.getLocale());
    }
  }

  /** A list. */
  record Many(PlainValue element, boolean isNonNull) implements PlainValue {

    @Override
    public Object complete(Object value, ExecutionContext context) {
      if (!(value instanceof Collection<?> elements)) {
        throw new NotPlain();
      }
      List<@Nullable Object> completed = new ArrayList<>(elements.size());
      for (@Nullable Object each : elements) {
        completed.add(Ready.complete(each, element, isNonNull, context));
      }
      return completed;
    }
  }

  /** An object: one value for each selected field. */
  record Fields(NamedValues.Names names, List<PlainField> fields) implements PlainValue {

    @Override
    public Object complete(Object value, ExecutionContext context) {
      @Nullable Object[] values = new Object[fields.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = fields.get(i).complete(value, context);
      }
      return names.with(values);
    }
  }
}
