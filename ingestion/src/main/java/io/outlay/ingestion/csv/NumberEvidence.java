package io.outlay.ingestion.csv;

/**
 * Gathers from cells how a file writes decimals. "1,234" alone tells nothing; "1,234.5", "1,5", a
 * count or an amount in won does.
 */
public final class NumberEvidence {

  private long forPoint;
  private long forComma;
  private long undecided;

  /** Notes one cell; {@code isWhole} when its column counts things and so has no decimals. */
  public void observe(String cell, boolean isWhole) {
    if (Amounts.isNothing(cell) || (cell.indexOf(',') < 0 && cell.indexOf('.') < 0)) {
      return;
    }
    AmountParts parts;
    try {
      parts = AmountParts.of(cell);
    } catch (UnreadableValueException e) {
      return; // told as a problem of its line when the line is read
    }
    weigh(parts.digits(), isWhole || parts.isWithoutDecimals());
  }

  private void weigh(String digits, boolean isWhole) {
    int comma = digits.lastIndexOf(',');
    int point = digits.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      decide(comma > point ? NumberStyle.COMMA : NumberStyle.POINT);
    } else if (comma >= 0) {
      weighLone(digits, comma, ',', isWhole);
    } else if (point >= 0) {
      weighLone(digits, point, '.', isWhole);
    }
  }

  private void weighLone(String digits, int at, char mark, boolean isWhole) {
    boolean repeats = digits.indexOf(mark) != at;
    boolean threeFollow = digits.length() - at - 1 == 3;
    boolean couldGroup = threeFollow && at >= 1 && at <= 3 && digits.charAt(0) != '0';
    boolean isComma = mark == ',';
    if (repeats || (couldGroup && isWhole)) {
      decide(isComma ? NumberStyle.POINT : NumberStyle.COMMA);
    } else if (!couldGroup) {
      decide(isComma ? NumberStyle.COMMA : NumberStyle.POINT);
    } else {
      undecided++;
    }
  }

  private void decide(NumberStyle style) {
    if (style == NumberStyle.COMMA) {
      forComma++;
    } else {
      forPoint++;
    }
  }

  /** Whether the cells seen leave it open: some could be read two ways, and none tells which. */
  public boolean isOpen() {
    return undecided > 0 && forPoint == 0 && forComma == 0;
  }

  /** The style most cells speak for; the point where none does. */
  public NumberStyle style() {
    return forComma > forPoint ? NumberStyle.COMMA : NumberStyle.POINT;
  }
}
