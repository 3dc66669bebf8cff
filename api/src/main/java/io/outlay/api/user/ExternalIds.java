package io.outlay.api.user;

/** Ids of users as companies give them. */
public final class ExternalIds {

  private static final int LONGEST = 128;

  private ExternalIds() {}

  /** Whether a text can be an id at all: 1 to 128 characters, none of them a control character. */
  public static boolean isWellFormed(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars().noneMatch(Character::isISOControl);
  }
}
