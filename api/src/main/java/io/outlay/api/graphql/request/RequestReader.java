package io.outlay.api.graphql.request;

import io.outlay.api.graphql.OperationRequest;
import io.outlay.api.graphql.TrustedDocuments;
import io.outlay.api.graphql.json.StrictJson;
import io.outlay.domain.error.BadRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a request's JSON members into the operation they ask for. */
@Component
public final class RequestReader {

  private final StrictJson json;
  private final TrustedDocuments trusted;

  RequestReader(StrictJson json, TrustedDocuments trusted) {
    this.json = json;
    this.trusted = trusted;
  }

  /** The operation in a body's bytes. */
  public OperationRequest read(byte[] body) {
    return read(json.readObject(json.decode(body), "The body"));
  }

  /** The operation that a JSON object asks for; also the payload of a WebSocket's subscribe. */
  public OperationRequest read(Map<String, @Nullable Object> members) {
    return toRequest(
        text(members, "query"),
        text(members, "documentId"),
        text(members, "operationName"),
        object(members, "variables"));
  }

  /** The operation of a query string. */
  public OperationRequest read(
      String documentId, @Nullable String operationName, @Nullable String variables) {
    return toRequest(
        null,
        documentId,
        operationName,
        variables == null ? Map.of() : json.readObject(variables, "variables"));
  }

  private OperationRequest toRequest(
      @Nullable String query,
      @Nullable String documentId,
      @Nullable String operationName,
      Map<String, @Nullable Object> variables) {
    if (query != null && documentId == null) {
      return new OperationRequest(query, false, operationName, variables);
    }
    if (documentId != null && query == null) {
      return new OperationRequest(trusted.document(documentId), true, operationName, variables);
    }
    throw new BadRequest(
        "Give either query (a GraphQL document) or documentId (of a trusted document).");
  }

  private static @Nullable String text(Map<String, @Nullable Object> members, String name) {
    Object value = members.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw BadRequest.of(name, kind(value), "a text");
  }

  @SuppressWarnings("unchecked") // keys of JSON objects are texts
  private static Map<String, @Nullable Object> object(
      Map<String, @Nullable Object> members, String name) {
    Object value = members.get(name);
    return switch (value) {
      case null -> Map.of();
      case Map<?, ?> object -> (Map<String, @Nullable Object>) object;
      default -> throw BadRequest.of(name, kind(value), "an object");
    };
  }

  private static Object kind(Object value) {
    return value instanceof Map<?, ?> ? "{…}" : value instanceof Iterable<?> ? "[…]" : value;
  }
}
