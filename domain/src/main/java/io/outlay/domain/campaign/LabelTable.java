package io.outlay.domain.campaign;

import io.outlay.domain.error.BadRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads labels from a CSV text: columns {@code channel}, {@code account}, {@code campaign} with
 * external ids, then one for each label. An empty cell takes the label away. Cells with commas or
 * quotes stand in double quotes, a quote within is doubled.
 */
public final class LabelTable {

  private static final int LONGEST_TEXT = 65_536;
  private static final List<String> NAMES = List.of("channel", "account", "campaign");

  private LabelTable() {}

  /**
   * The labels of the text, in its order.
   *
   * @throws BadRequest at the first line that cannot be understood
   */
  public static List<NamedLabelSetting> read(String csv) {
    if (csv.length() > LONGEST_TEXT) {
      throw BadRequest.of("csv", csv.length() + " characters", "at most " + LONGEST_TEXT);
    }
    List<String> lines = withoutMark(csv).lines().toList();
    List<String> head = lines.isEmpty() ? List.of() : cells(lines.getFirst(), 1);
    if (head.size() <= NAMES.size() || !head.subList(0, NAMES.size()).equals(NAMES)) {
      throw BadRequest.of(
          "csv line 1",
          String.join(",", head),
          "the columns channel, account, campaign and one for each label");
    }
    List<NamedLabelSetting> settings = new ArrayList<>();
    for (int line = 2; line <= lines.size(); line++) {
      if (!lines.get(line - 1).isBlank()) {
        settings.addAll(settings(head, cells(lines.get(line - 1), line), line));
      }
    }
    return settings;
  }

  /** Spreadsheets begin their text with a byte order mark. */
  private static String withoutMark(String csv) {
    return csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
  }

  private static List<NamedLabelSetting> settings(List<String> head, List<String> cells, int line) {
    if (cells.size() != head.size()) {
      throw BadRequest.of(
          "csv line " + line, cells.size() + " cells", head.size() + ", as in the first line");
    }
    List<NamedLabelSetting> settings = new ArrayList<>();
    for (int i = NAMES.size(); i < head.size(); i++) {
      String value = cells.get(i).isBlank() ? null : cells.get(i).strip();
      settings.add(
          new NamedLabelSetting(
              line, cells.get(0), cells.get(1), cells.get(2), head.get(i), value));
    }
    return settings;
  }

  private static List<String> cells(String line, int number) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw BadRequest.of("csv line " + number, line, "a closing double quote");
    }
    cells.add(cell.toString());
    return cells;
  }
}
