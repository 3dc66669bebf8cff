package io.outlay.ingestion.spendimport;

import io.outlay.domain.performance.Level;
import io.outlay.ingestion.csv.DateOrder;
import io.outlay.ingestion.csv.NumberStyle;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How one file is laid out: everything needed to read its lines.
 *
 * @param preset the kind of file; null where only given columns are read
 * @param dates order of day and month; null where no date asks for it
 */
record FileLayout(
    Charset charset,
    char delimiter,
    HeaderLine header,
    @Nullable Preset preset,
    ColumnMapping mapping,
    NumberStyle numbers,
    @Nullable DateOrder dates) {

  /** Finest level the file names. */
  Level level() {
    if (mapping.has(SpendField.AD_ID) || mapping.has(SpendField.AD_NAME)) {
      return Level.AD;
    }
    if (mapping.has(SpendField.AD_GROUP_ID) || mapping.has(SpendField.AD_GROUP_NAME)) {
      return Level.AD_GROUP;
    }
    return mapping.has(SpendField.CAMPAIGN_ID) || mapping.has(SpendField.CAMPAIGN_NAME)
        ? Level.CAMPAIGN
        : Level.ACCOUNT;
  }
}
