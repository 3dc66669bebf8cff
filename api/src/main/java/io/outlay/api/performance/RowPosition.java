package io.outlay.api.performance;

/**
 * Where a row stands in a report, as its cursor keeps it.
 *
 * @param version number of the data version the report was answered from
 * @param rowsBefore rows up to and including this one
 */
record RowPosition(long version, long rowsBefore) {

  static RowPosition read(String text) {
    int colon = text.indexOf(':');
    return new RowPosition(
        Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
  }

  String write() {
    return version + ":" + rowsBefore;
  }
}
