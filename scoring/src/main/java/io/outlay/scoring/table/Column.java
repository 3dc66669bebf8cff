package io.outlay.scoring.table;

import io.outlay.domain.error.BadRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** One column of a table as text, read as numbers or labels where asked. Immutable. */
public final class Column {

  private static final Set<String> MISSING = Set.of("", "na", "nan", "null");
  private static final Set<String> YES = Set.of("yes", "true", "y", "t");
  private static final Set<String> NO = Set.of("no", "false", "n", "f");

  private final String name;
  private final String[] cells;

  Column(String name, String[] cells) {
    this.name = name;
    this.cells = cells;
  }

  /** The header's name. */
  public String name() {
    return name;
  }

  /** The cell as text without spaces around it; empty or NA when missing. */
  public String text(int row) {
    return cells[row];
  }

  /** Whether a cell says nothing: blank, NA, NaN or null. */
  public boolean isMissing(int row) {
    return MISSING.contains(cells[row].toLowerCase(Locale.ROOT));
  }

  /** Whether every cell that is not missing is a number, or true or false. */
  public boolean isNumeric() {
    return Arrays.stream(cells)
        .allMatch(
            cell -> MISSING.contains(cell.toLowerCase(Locale.ROOT)) || !Double.isNaN(parsed(cell)));
  }

  /** The cell as a number, true as 1; NaN where it is missing or not a number. */
  public double number(int row) {
    return isMissing(row) ? Double.NaN : parsed(cells[row]);
  }

  /**
   * The cell as a yes or no: Yes/No, TRUE/FALSE, Y/N, T/F, 1/0, in any case of letters.
   *
   * @throws BadRequest when it is none of these
   */
  public boolean label(int row) {
    String word = cells[row].toLowerCase(Locale.ROOT);
    double number = parsed(cells[row]);
    if (YES.contains(word) || number == 1) {
      return true;
    }
    if (NO.contains(word) || number == 0) {
      return false;
    }
    throw BadRequest.of(
        "label " + name + " of row " + row, cells[row], "Yes or No, TRUE or FALSE, 1 or 0");
  }

  /**
   * The cell as a duration.
   *
   * @throws BadRequest when it is missing, negative or no number
   */
  public double time(int row) {
    double value = number(row);
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw BadRequest.of("time " + name + " of row " + row, cells[row], "a number from 0");
    }
    return value;
  }

  private static double parsed(String cell) {
    String word = cell.toLowerCase(Locale.ROOT);
    if (word.equals("true") || word.equals("false")) {
      return word.equals("true") ? 1 : 0;
    }
    // Double's own reader takes words and suffixes nobody means as a number ("1d", "Infinity").
    char first = cell.isEmpty() ? 'x' : cell.charAt(0);
    char last = cell.isEmpty() ? 'x' : cell.charAt(cell.length() - 1);
    boolean plausible =
        (Character.isDigit(last) || last == '.') && "+-.0123456789".indexOf(first) >= 0;
    if (!plausible) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
