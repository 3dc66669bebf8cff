package io.outlay.domain.exchangerate;

/** Where a rate comes from. */
public enum RateSource {
  /** The European Central Bank's euro reference rates. */
  ECB,
  /** A file an organization imported. */
  IMPORT,
  /** Made up for demonstration. Any other source takes its place. */
  GENERATED
}
