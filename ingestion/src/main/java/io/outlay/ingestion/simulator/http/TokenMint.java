package io.outlay.ingestion.simulator.http;

import io.outlay.ingestion.simulator.world.Mix;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Issues access tokens that tell by themselves whose they are and until when, so that none needs to
 * be remembered.
 *
 * @param seed makes the tokens of one simulator worthless at another
 * @param prefix how every token begins
 */
public record TokenMint(long seed, String prefix) {

  private static final Pattern FORM = Pattern.compile("([a-z]+)-(\\d{1,12})-([0-9a-f]{16})");

  /**
   * What a token says.
   *
   * @param holder whose it is
   * @param until when it ends
   */
  public record Token(String holder, Instant until) {}

  /** A token for {@code holder}. */
  public String issue(String holder, Instant until) {
    long second = until.getEpochSecond();
    return prefix + holder + "-" + second + "-" + seal(holder, second);
  }

  /** What a token says, nothing where this mint did not issue it. */
  public Optional<Token> read(String text) {
    if (!text.startsWith(prefix)) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(text.substring(prefix.length()));
    if (!form.matches()) {
      return Optional.empty();
    }
    long second = Long.parseLong(form.group(2));
    return form.group(3).equals(seal(form.group(1), second))
        ? Optional.of(new Token(form.group(1), Instant.ofEpochSecond(second)))
        : Optional.empty();
  }

  private String seal(String holder, long second) {
    return "%016x".formatted(Mix.of(Mix.of(seed, prefix + holder), second));
  }
}
