package io.outlay.ingestion.simulator.http;

import java.util.Optional;

/** What a simulated platform does with a call. Answers are worked out without waiting. */
public interface PlatformServer {

  /** The answer to a call, errors included. */
  Reply answer(Call call);

  /** The number of the account a call is about, nothing where it is about none. */
  Optional<String> accountOf(Call call);

  /** The platform's way of saying "too many calls". */
  Reply throttled(Call call);

  /** The platform's way of saying "something went wrong here". */
  Reply broken(Call call);

  /** The platform's way of saying that a token is over. */
  Reply expired(Call call);

  /** The platform's way of saying that access was taken away. */
  Reply revoked(Call call);
}
