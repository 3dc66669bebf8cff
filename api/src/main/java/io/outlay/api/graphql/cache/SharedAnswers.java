package io.outlay.api.graphql.cache;

import reactor.core.publisher.Mono;

/** Answers shared between processes. May lose everything at any time and never fails. */
public interface SharedAnswers {

  /** The answer kept under a key; empty when there is none or it cannot be told in time. */
  Mono<byte[]> get(String key);

  /** Keeps an answer if that is possible now; nobody waits for it. */
  void put(String key, byte[] answer);

  /** Shares nothing. */
  SharedAnswers NONE =
      new SharedAnswers() {
        @Override
        public Mono<byte[]> get(String key) {
          return Mono.empty();
        }

        @Override
        public void put(String key, byte[] answer) {}
      };
}
