package io.outlay.ingestion.spendimport;

/** What an import may replace of what is stored for its accounts. */
public enum ImportReplacement {
  /** Nothing: days that hold other figures are a conflict. */
  NOTHING,
  /** The campaigns the file holds; others on the same days stay. */
  CAMPAIGNS,
  /** All rows of the days the file holds, brought by the same dataset. */
  DAYS,
  /**
   * All rows of the days the file holds, whoever brought them; the dataset owns these days then.
   */
  ANY_SOURCE
}
