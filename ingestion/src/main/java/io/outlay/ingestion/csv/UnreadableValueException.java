package io.outlay.ingestion.csv;

/**
 * A cell that does not say what its column should say. The message tells what would be right; line,
 * column and value are added by whoever reads the file.
 */
public final class UnreadableValueException extends RuntimeException {

  /** Makes the exception without a stack trace: a bad file raises one per row. */
  public UnreadableValueException(String whatWouldBeRight) {
    super(whatWouldBeRight, null, false, false);
  }

  /** What the cell should hold, as a sentence for the person who made the file. */
  public String whatWouldBeRight() {
    return String.valueOf(getMessage());
  }
}
