package io.outlay.domain.performance.postgres;

import io.outlay.domain.performance.AdAccountDetails;
import io.outlay.domain.performance.Replacement;
import io.outlay.domain.performance.SliceHead;
import io.outlay.domain.performance.SliceKey;
import io.outlay.domain.performance.TextSlice;
import java.util.HexFormat;

/** What of a slice's head goes to staging, as it goes to the slice's row. */
final class StagedSliceColumns {

  static final String NAMES =
      "(slice_no, channel, channel_name, account, account_name, currency_code, time_zone,"
          + " conversion_goal, measurer, view, source, first_day, last_day, level, sequence,"
          + " content_hash, row_count, fetched_at, raw_input_id, dictionary_version, is_estimated,"
          + " provisional_until, is_partial, job_id)";

  private StagedSliceColumns() {}

  static void write(CopyText text, int number, TextSlice slice) {
    SliceHead head = slice.head();
    SliceKey key = head.key();
    AdAccountDetails account = head.account();
    text.number(number)
        .text(key.account().channel())
        .text(account.channelName())
        .text(key.account().externalId())
        .text(account.name())
        .text(account.currencyCode())
        .text(account.timeZone())
        .text(account.conversionGoal())
        .text(key.measurer())
        .text(key.view())
        .text(key.source())
        .text(key.period().firstDay())
        .text(key.period().lastDay())
        .text(head.level())
        .text(head.sequence())
        .text("\\x" + HexFormat.of().formatHex(slice.contentHash()))
        .text(slice.rowCount())
        .text(head.fetchedAt())
        .text(head.rawInputId())
        .text(head.dictionaryVersion())
        .text(head.isEstimated())
        .text(head.provisionalUntil())
        .text(head.replacement() instanceof Replacement.Campaigns)
        .text(head.jobId())
        .end();
  }
}
