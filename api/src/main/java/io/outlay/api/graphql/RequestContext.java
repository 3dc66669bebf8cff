package io.outlay.api.graphql;

import graphql.GraphQLContext;
import io.outlay.domain.audit.LogContext;
import io.outlay.domain.organization.Viewer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Who asks, and the name of the request in logs and errors.
 *
 * @param viewer the signed-in caller
 * @param requestId at most 64 letters, digits, dots, dashes and underscores
 */
public record RequestContext(Viewer viewer, String requestId) {

  private static final String REQUEST_ID = "requestId"; // the key under which the audit log looks

  /**
   * Puts the caller where resolvers find it ({@code @ContextValue} or a {@link Viewer} parameter).
   */
  void writeTo(GraphQLContext.Builder context) {
    context.put("viewer", viewer);
    context.put(RequestContext.class, this);
  }

  /** The id of the request a reactive chain belongs to; {@code unknown} for chains without one. */
  public static String requestIdOf(ContextView context) {
    return context.<String>getOrEmpty(REQUEST_ID).orElse("unknown");
  }

  /** Adds the request's id to a reactive chain, where logs and the audit log find it. */
  Context writeTo(Context context) {
    return LogContext.in(context.put(REQUEST_ID, requestId), viewer.organization());
  }

  /** Does work whose lines of the log tell request and organization. */
  public <T> T telling(Supplier<T> work) {
    return LogContext.telling(writeTo(Context.empty()), work);
  }

  /** The same for the request an execution belongs to. */
  public static <T> T telling(GraphQLContext context, Supplier<T> work) {
    @Nullable RequestContext found = context.get(RequestContext.class);
    return found == null ? work.get() : found.telling(work);
  }

  /** The id of the request an execution belongs to; {@code unknown} for executions without one. */
  public static String requestIdOf(GraphQLContext context) {
    @Nullable RequestContext found = context.get(RequestContext.class);
    return found == null ? "unknown" : found.requestId;
  }
}
