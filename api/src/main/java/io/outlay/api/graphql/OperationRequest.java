package io.outlay.api.graphql;

import io.outlay.api.graphql.cache.AnswerKey;
import io.outlay.domain.organization.Viewer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for, as read from the wire.
 *
 * @param document text of the document
 * @param trusted whether the document was shipped with Outlay
 * @param operationName which operation of the document; null when it holds only one
 * @param variables as JSON: objects keep their order, numbers are exact
 */
public record OperationRequest(
    String document,
    boolean trusted,
    @Nullable String operationName,
    Map<String, @Nullable Object> variables) {

  /** Under which its answer to a caller is kept while the data are in a state. */
  AnswerKey keyOf(PreparedDocument prepared, Viewer viewer, String state) {
    return new AnswerKey(
        prepared.id(),
        operationName == null ? "" : operationName,
        variables,
        AnswerKey.Audience.of(viewer),
        state);
  }
}
