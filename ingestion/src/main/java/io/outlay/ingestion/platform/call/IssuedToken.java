package io.outlay.ingestion.platform.call;

import java.time.Duration;

/**
 * A token a platform has just issued. Its text does not show it.
 *
 * @param lifetime how long it is good from now
 */
public record IssuedToken(String token, Duration lifetime) {

  @Override
  public String toString() {
    return "token for " + lifetime;
  }
}
