package io.outlay.domain.audit;

import java.util.Optional;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The identity of the request being answered, carried in the Reactor context. */
public final class RequestId {

  /** Key in the Reactor context and in the logs' MDC. */
  public static final String KEY = "requestId";

  private RequestId() {}

  /** The request's identity, where a request is being answered. */
  public static Optional<String> of(ContextView context) {
    return context.getOrEmpty(KEY);
  }

  /** A context in which the request is known. */
  public static Context in(Context context, String requestId) {
    return context.put(KEY, requestId);
  }
}
