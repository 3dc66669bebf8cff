package io.outlay.ingestion.slice;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.AdAccountDetails;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.Period;
import io.outlay.domain.performance.Replacement;
import io.outlay.domain.performance.SliceHead;
import io.outlay.domain.performance.SliceKey;
import io.outlay.domain.performance.TextSlice;
import io.outlay.domain.performance.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a written slice. Its names are what other versions of the program read; change
 * them only with a new {@link SliceCodec#VERSION}.
 *
 * @param campaigns external ids of the campaigns it replaces; null when it replaces all
 */
record SliceHeader(
    long organization,
    String channel,
    String channelName,
    String account,
    String accountName,
    String currencyCode,
    String timeZone,
    ConversionKind conversionGoal,
    Measurer measurer,
    View view,
    String source,
    LocalDate firstDay,
    LocalDate lastDay,
    Level level,
    long sequence,
    Instant fetchedAt,
    @Nullable List<String> campaigns,
    boolean takesOver,
    @Nullable Long rawInputId,
    @Nullable Long jobId,
    int dictionaryVersion,
    boolean estimated,
    @Nullable LocalDate provisionalUntil,
    int rowCount,
    String contentHash) {

  static SliceHeader of(TextSlice slice) {
    SliceHead head = slice.head();
    SliceKey key = head.key();
    return new SliceHeader(
        key.account().organization().value(),
        key.account().channel(),
        head.account().channelName(),
        key.account().externalId(),
        head.account().name(),
        head.account().currencyCode(),
        head.account().timeZone(),
        head.account().conversionGoal(),
        key.measurer(),
        key.view(),
        key.source(),
        key.period().firstDay(),
        key.period().lastDay(),
        head.level(),
        head.sequence(),
        head.fetchedAt(),
        head.replacement() instanceof Replacement.Campaigns(var ids)
            ? ids.stream().sorted().toList()
            : null,
        head.takesOver(),
        head.rawInputId(),
        head.jobId(),
        head.dictionaryVersion(),
        head.isEstimated(),
        head.provisionalUntil(),
        slice.rowCount(),
        HexFormat.of().formatHex(slice.contentHash()));
  }

  TextSlice withRows(byte[] rows) {
    return new TextSlice(head(), rowCount, rows, HexFormat.of().parseHex(contentHash));
  }

  private SliceHead head() {
    AdAccountKey accountKey = new AdAccountKey(new OrganizationId(organization), channel, account);
    return new SliceHead(
        new SliceKey(accountKey, measurer, view, source, new Period(firstDay, lastDay)),
        new AdAccountDetails(channelName, accountName, currencyCode, timeZone, conversionGoal),
        level,
        sequence,
        fetchedAt,
        campaigns == null
            ? new Replacement.WholeSlice()
            : new Replacement.Campaigns(Set.copyOf(campaigns)),
        takesOver,
        rawInputId,
        jobId,
        dictionaryVersion,
        estimated,
        provisionalUntil);
  }
}
