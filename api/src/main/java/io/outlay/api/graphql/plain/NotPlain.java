package io.outlay.api.graphql.plain;

/** Something the engine has to say or do: it completes the value again, from the start. */
final class NotPlain extends RuntimeException {

  NotPlain() {
    super("left to the engine", null, false, false);
  }
}
