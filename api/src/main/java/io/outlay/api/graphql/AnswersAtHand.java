package io.outlay.api.graphql;

import io.outlay.api.graphql.cache.AnswerKey;
import io.outlay.api.graphql.cache.DataState;
import io.outlay.api.graphql.cache.ResponseCache;
import io.outlay.api.graphql.json.DataBytes;
import io.outlay.api.graphql.limits.PointsJudge;
import io.outlay.domain.organization.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Answers that are kept in this process already, found without waiting for anything. Whatever is
 * not so plain (a document not seen before, a state that must be asked for, an empty bucket) is
 * left to {@link Operations}, which answers or refuses it by the same rules.
 */
@Component
public final class AnswersAtHand {

  private final Documents documents;
  private final OperationMetrics metrics;
  private final PointsJudge points;
  private final ResponseCache cache;
  private final @Nullable DataState state;

  AnswersAtHand(
      Documents documents,
      OperationMetrics metrics,
      PointsJudge points,
      ResponseCache cache,
      ObjectProvider<DataState> state) {
    this.documents = documents;
    this.metrics = metrics;
    this.points = points;
    this.cache = cache;
    this.state = state.getIfAvailable();
  }

  /**
   * The kept answer, with its point taken; null where it has to be worked out, or refused.
   *
   * @param request one that was answered from versioned data before
   */
  public Answer.@Nullable Stored find(OperationRequest request, RequestContext context) {
    long began = System.nanoTime();
    DataBytes data = kept(request, context.viewer());
    if (data == null || !points.canSpendOne(context.viewer())) {
      return null;
    }
    Answer.Stored answer = new Answer.Stored(data, 1);
    metrics.note(request, answer, context, System.nanoTime() - began);
    return answer;
  }

  private @Nullable DataBytes kept(OperationRequest request, Viewer viewer) {
    String now = state == null ? null : state.atHand(viewer.organization());
    PreparedDocument document = documents.known(request.document(), request.trusted());
    if (now == null || document == null) {
      return null;
    }
    AnswerKey key = request.keyOf(document, viewer, now);
    return cache.find(key);
  }
}
