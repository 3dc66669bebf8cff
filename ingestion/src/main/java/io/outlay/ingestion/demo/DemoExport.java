package io.outlay.ingestion.demo;

import io.outlay.domain.performance.ConversionKind;
import io.outlay.ingestion.csv.CsvHints;
import io.outlay.ingestion.spendimport.ImportReplacement;
import io.outlay.ingestion.spendimport.SpendFileSettings;
import io.outlay.ingestion.spendimport.SpendImportRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import reactor.core.publisher.Flux;

/**
 * A company's generated export from a channel that no connector is made for, in Outlay's own column
 * names. A day's figures depend on the company and the day alone: an export made later says the
 * same about the days both hold.
 */
public final class DemoExport {

  /** Key of the channel. */
  public static final String CHANNEL = DemoChannel.NAVER.key();

  private final DemoCompany company;
  private final LocalDate firstDay;
  private final LocalDate lastDay;

  /** The export of the given days. */
  public DemoExport(DemoCompany company, LocalDate firstDay, LocalDate lastDay) {
    this.company = company;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
  }

  /** Name for the file. */
  public String fileName() {
    return company.key() + "-naver-" + firstDay + "-" + lastDay + ".csv";
  }

  /** The file, a piece for each day. */
  public Flux<ByteBuffer> content() {
    return Flux.just(DemoRows.HEADER)
        .concatWith(
            Flux.fromStream(() -> firstDay.datesUntil(lastDay.plusDays(1)))
                .map(day -> new DemoRows(company, DemoChannel.NAVER, day).text()))
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
        CHANNEL,
        DemoChannel.NAVER.name(),
        null,
        "Asia/Seoul",
        "demo",
        ImportReplacement.DAYS,
        false);
  }
}
