package io.outlay.ingestion.demo;

import io.outlay.domain.performance.ConversionKind;
import io.outlay.ingestion.csv.CsvHints;
import io.outlay.ingestion.spendimport.ImportReplacement;
import io.outlay.ingestion.spendimport.SpendFileSettings;
import io.outlay.ingestion.spendimport.SpendImportRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;

/**
 * One channel's part of a company's generated export, in Outlay's own column names. A day's figures
 * depend on the company, the channel and the day alone: an export made later says the same about
 * the days both hold.
 */
public final class DemoExport {

  private static final int MONTHS = 13;

  private final DemoCompany company;
  private final DemoChannel channel;
  private final LocalDate firstDay;
  private final LocalDate lastDay;

  private DemoExport(
      DemoCompany company, DemoChannel channel, LocalDate firstDay, LocalDate lastDay) {
    this.company = company;
    this.channel = channel;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
  }

  /** Exports of all channels for the 13 months up to a day, which they include. */
  public static List<DemoExport> of(DemoCompany company, LocalDate lastDay) {
    return of(company, lastDay.minusMonths(MONTHS).plusDays(1), lastDay);
  }

  /** Exports of all channels for the given days. */
  public static List<DemoExport> of(DemoCompany company, LocalDate firstDay, LocalDate lastDay) {
    return DemoChannel.ALL.stream()
        .map(channel -> new DemoExport(company, channel, firstDay, lastDay))
        .toList();
  }

  /** Key of the channel, for example {@code META}. */
  public String channel() {
    return channel.key();
  }

  /** Name for the file. */
  public String fileName() {
    return company.key()
        + "-"
        + channel.key().toLowerCase(java.util.Locale.ROOT)
        + "-"
        + firstDay
        + "-"
        + lastDay
        + ".csv";
  }

  /** The file, a piece for each day. */
  public Flux<ByteBuffer> content() {
    return Flux.just(DemoRows.HEADER)
        .concatWith(
            Flux.fromStream(() -> firstDay.datesUntil(lastDay.plusDays(1)))
                .map(day -> new DemoRows(company, channel, day).text()))
        .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** How the file is imported once it is kept. */
  public SpendImportRequest request(long rawInputId) {
    SpendFileSettings file =
        new SpendFileSettings(
            "outlay", Map.of(), null, null, null, ConversionKind.PURCHASE, null, CsvHints.NONE);
    return new SpendImportRequest(
        rawInputId,
        file,
        channel.key(),
        channel.name(),
        null,
        "Asia/Seoul",
        "demo",
        ImportReplacement.DAYS,
        false);
  }
}
