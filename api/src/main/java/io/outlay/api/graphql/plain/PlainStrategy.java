package io.outlay.api.graphql.plain;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import graphql.schema.GraphQLType;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own strategy with a way around for values whose whole selection is at hand: rows of
 * a report share one selection, which is understood once and applied to each row without paths,
 * environments and futures.
 *
 * <p>Whatever is unusual (an exception, a null that may not be one, a value that is not ready)
 * makes the engine complete the same value again by itself, so errors are always its own. That is
 * right because fetchers of plain fields only read.
 */
public final class PlainStrategy extends AsyncExecutionStrategy {

  /** A strategy that tells what fetchers threw to this handler. */
  public PlainStrategy(DataFetcherExceptionHandler exceptions) {
    super(exceptions);
  }

  @Override
  protected FieldValueInfo completeValue(
      ExecutionContext context, ExecutionStrategyParameters parameters) {
    Object value = parameters.getSource();
    PlainValue plain = value == null ? null : plain(context, parameters);
    Object completed = plain == null ? null : complete(plain, value, context);
    return completed == null
        ? super.completeValue(context, parameters)
        : new FieldValueInfo(CompleteValueType.SCALAR, completed); // nothing in it is waited for
  }

  private @Nullable PlainValue plain(
      ExecutionContext context, ExecutionStrategyParameters parameters) {
    GraphQLType type = parameters.getExecutionStepInfo().getUnwrappedNonNullType();
    return PlainSelections.of(context, fieldCollector).find(type, parameters.getField());
  }

  private static @Nullable Object complete(
      PlainValue plain, Object value, ExecutionContext context) {
    try {
      return plain.complete(value, context);
    } catch (RuntimeException unusual) {
      return null; // the engine meets it again, and says what there is to say
    }
  }
}
