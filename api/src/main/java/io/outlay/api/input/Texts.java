package io.outlay.api.input;

import io.outlay.domain.error.BadRequest;
import org.jspecify.annotations.Nullable;

/** Text in arguments. */
public final class Texts {

  private Texts() {}

  /**
   * The text when it has 1 to {@code most} characters and no null byte, which PostgreSQL cannot
   * hold.
   *
   * @throws BadRequest otherwise
   */
  public static String within(String field, String text, int most) {
    if (text.isEmpty() || text.length() > most || text.indexOf('\0') >= 0) {
      throw BadRequest.of(field, text, "1 to " + most + " characters without a null byte");
    }
    return text;
  }

  /** The same for text that may be missing. */
  public static @Nullable String withinOrNull(String field, @Nullable String text, int most) {
    return text == null ? null : within(field, text, most);
  }
}
