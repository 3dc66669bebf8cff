package io.outlay.scoring.serving;

/** A score, or why there is none. */
public sealed interface ScoreAnswer {

  /** There is a score. */
  record Scored(RiskScore score) implements ScoreAnswer {}

  /** There is none. */
  record Missing(NoScore reason) implements ScoreAnswer {}
}
