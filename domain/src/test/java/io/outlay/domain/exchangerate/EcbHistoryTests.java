package io.outlay.domain.exchangerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class EcbHistoryTests {

  private static final String TABLE =
      """
      Date,USD,KRW,CYP,
      2026-04-13,1.1684,1740.86,N/A,
      2026-04-10,1.1711,,0.58231,
      """;

  @Test
  void readsQuotationsAndAddsTheEuro() {
    assertThat(read(TABLE))
        .containsExactly(
            quotation("2026-04-13", "USD", "1.1684"),
            quotation("2026-04-13", "KRW", "1740.86"),
            quotation("2026-04-13", "EUR", "1"),
            quotation("2026-04-10", "USD", "1.1711"),
            quotation("2026-04-10", "CYP", "0.58231"),
            quotation("2026-04-10", "EUR", "1"));
  }

  @Test
  void unpacksGzipAndZip() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(gzip)) {
      packed.write(bytes(TABLE));
    }
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream packed = new ZipOutputStream(zip)) {
      packed.putNextEntry(new ZipEntry("eurofxref-hist.csv"));
      packed.write(bytes(TABLE));
    }
    assertThat(read(new ByteArrayInputStream(gzip.toByteArray()))).isEqualTo(read(TABLE));
    assertThat(read(new ByteArrayInputStream(zip.toByteArray()))).isEqualTo(read(TABLE));
  }

  @Test
  void tellsWhereAndWhatWouldBeRight() {
    assertThatThrownBy(() -> read("Date,USD\n2026-04-13,1.1\n2026-04-31,1.2\n"))
        .isInstanceOf(UnreadableRates.class)
        .hasMessage("Line 3, column Date: \"2026-04-31\"; expected a date such as 2026-11-20.");
    assertThatThrownBy(() -> read("Date,USD\n2026-04-13,-1\n"))
        .hasMessageStartingWith("Line 2, column USD: \"-1\"; expected units for one euro");
    assertThatThrownBy(() -> read("Day,USD\n")).hasMessageContaining("Line 1");
    assertThatThrownBy(() -> read("Date,dollar\n")).hasMessageContaining("ISO 4217");
    assertThatThrownBy(() -> read("Date,XXQ\n")).hasMessageContaining("ISO 4217");
    assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableRates.class);
  }

  @Test
  void makesUpTheSameWalkEveryTimeAndOnlyForWeekdays() {
    List<Quotation> quoted = DemonstrationRates.quoted();
    LocalDate last = LocalDate.of(2026, 4, 13);
    assertThat(quoted).hasSizeGreaterThan(40_000);
    assertThat(quoted).extracting(Quotation::day).contains(last, LocalDate.of(2020, 1, 2));
    List<Quotation> walk = DemonstrationRates.generated(quoted, last.plusDays(21));
    assertThat(walk)
        .isEqualTo(DemonstrationRates.generated(quoted, last.plusDays(21)))
        .isSubsetOf(DemonstrationRates.generated(quoted, last.plusDays(90)));
    assertThat(walk.stream().map(Quotation::day).distinct()).hasSize(15);
    assertThat(walk)
        .filteredOn(quotation -> quotation.currencyCode().equals("KRW"))
        .allSatisfy(
            quotation ->
                assertThat(quotation.perEuro())
                    .isBetween(new BigDecimal("1600"), new BigDecimal("1900")));
    assertThat(DemonstrationRates.generated(quoted, last)).isEmpty();
  }

  private static Quotation quotation(String day, String currency, String perEuro) {
    return new Quotation(LocalDate.parse(day), currency, new BigDecimal(perEuro));
  }

  private static List<Quotation> read(String table) {
    return read(new ByteArrayInputStream(bytes(table)));
  }

  private static List<Quotation> read(InputStream input) {
    try (Stream<Quotation> quotations = EcbHistory.read(input)) {
      return quotations.toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
