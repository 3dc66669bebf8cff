package io.outlay.api.graphql;

import graphql.GraphQLContext;
import io.outlay.domain.organization.Viewer;

/**
 * Who asks, and the name of the request in logs and errors.
 *
 * @param viewer the signed-in caller
 * @param requestId at most 64 letters, digits, dots, dashes and underscores
 */
public record RequestContext(Viewer viewer, String requestId) {

  /**
   * Puts the caller where resolvers find it ({@code @ContextValue} or a {@link Viewer} parameter).
   */
  void writeTo(GraphQLContext.Builder context) {
    context.put("viewer", viewer);
    context.put(RequestContext.class, this);
  }

  /** The id of the request an execution belongs to; {@code unknown} for executions without one. */
  public static String requestIdOf(GraphQLContext context) {
    RequestContext found = context.get(RequestContext.class);
    return found == null ? "unknown" : found.requestId;
  }
}
