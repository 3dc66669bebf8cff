package io.outlay.scoring.action;

import io.outlay.domain.action.Decisions.Outgoing;
import reactor.core.publisher.Mono;

/** Where decisions are told to those who act. */
public interface ActionTopic {

  /** Tells a decision; completes when that is for good. */
  Mono<Void> tell(Outgoing decision);
}
