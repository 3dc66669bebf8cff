package io.outlay.domain.performance;

/** A slice that contradicts what is stored; trying again changes nothing until someone acts. */
public final class SliceRefused extends RuntimeException {

  private final SliceKey key;

  /**
   * With a message for the people who sent the slice.
   *
   * @param key the refused slice's
   */
  public SliceRefused(SliceKey key, String message) {
    super(message);
    this.key = key;
  }

  /** Key of the refused slice. */
  public SliceKey key() {
    return key;
  }
}
