package io.outlay.ingestion.spendimport;

import io.outlay.ingestion.csv.CsvLine;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells lines that hold sums over other lines: they name a total where a row names its day or
 * campaign, or name nothing at all beside their figures. A campaign called "Total War" is not one.
 */
final class TotalLines {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:grand |sub ?)?totals?(?:\\s*[:(–-].*)?|(?:합계|총계|총합계|소계|전체)(?:\\s*[:(–-].*)?|total"
              + " general|gesamt(?:\\s*:.*)?");

  /**
   * What a label can begin with: asked for each cell of each line, so that few need the pattern.
   */
  private static final String FIRST_LETTERS = "tTgGsS합총소전";

  private static final SpendField[] NAMES = {
    SpendField.CAMPAIGN_ID,
    SpendField.CAMPAIGN_NAME,
    SpendField.AD_GROUP_ID,
    SpendField.AD_GROUP_NAME,
    SpendField.AD_ID,
    SpendField.AD_NAME
  };

  private final ColumnMapping mapping;

  TotalLines(ColumnMapping mapping) {
    this.mapping = mapping;
  }

  boolean isTotal(CsvLine line) {
    boolean isUndated = isUndated(line);
    if (hasLabel(line) && (isUndated || isNameless(line))) {
      return true;
    }
    FieldColumn day = mapping.column(SpendField.DATE);
    boolean hasNames = namesMapped();
    return hasNames ? isNameless(line) && (day == null || isUndated) : day != null && isUndated;
  }

  /** The first cell or any cell that names a day, campaign, ad group or ad says "total". */
  private boolean hasLabel(CsvLine line) {
    if (isLabel(line.cell(0))) {
      return true;
    }
    for (SpendField field : NAMES) {
      FieldColumn column = mapping.column(field);
      if (column != null && isLabel(line.cell(column.place()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isUndated(CsvLine line) {
    FieldColumn day = mapping.column(SpendField.DATE);
    return day != null && isNothingOrLabel(line, day);
  }

  private boolean namesMapped() {
    for (SpendField field : NAMES) {
      if (mapping.has(field)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNameless(CsvLine line) {
    for (SpendField field : NAMES) {
      @Nullable FieldColumn column = mapping.column(field);
      if (column != null && !isNothingOrLabel(line, column)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNothingOrLabel(CsvLine line, FieldColumn column) {
    String cell = line.cell(column.place());
    return Cells.isNothing(cell) || isLabel(cell);
  }

  private static boolean isLabel(String cell) {
    return !cell.isEmpty()
        && cell.length() < 60
        && FIRST_LETTERS.indexOf(cell.charAt(0)) >= 0
        && LABEL.matcher(cell.toLowerCase(Locale.ROOT)).matches();
  }
}
