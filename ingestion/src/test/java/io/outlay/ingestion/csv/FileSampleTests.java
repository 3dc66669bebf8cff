package io.outlay.ingestion.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSampleTests {

  private static final String KOREAN_TEXT =
      "캠페인,일,비용\n봄 세일,2026.11.22.,\"￦1,234\"\n여름,2026.11.23.,\"￦5\"\n";

  @ParameterizedTest
  @CsvSource({
    "UTF-8,false",
    "UTF-8,true",
    "UTF-16LE,false",
    "UTF-16LE,true",
    "UTF-16BE,false",
    "UTF-16BE,true",
    "EUC-KR,false",
    "x-windows-949,false"
  })
  void recognisesTheEncoding(String name, boolean isMarked) throws IOException {
    Charset charset = Charset.forName(name);
    byte[] file = ((isMarked ? "\uFEFF" : "") + KOREAN_TEXT).getBytes(charset);

    FileSample sample = FileSample.of(() -> new ByteArrayInputStream(file), CsvHints.NONE);

    assertThat(cells(file, sample.charset(), sample.delimiters().getFirst()))
        .containsExactly(
            List.of("캠페인", "일", "비용"),
            List.of("봄 세일", "2026.11.22.", "￦1,234"),
            List.of("여름", "2026.11.23.", "￦5"));
  }

  @Test
  void oneBrokenByteDoesNotMakeAFileKorean() throws IOException {
    byte[] file = "campaign,cost\nCaf\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1);

    FileSample sample = FileSample.of(() -> new ByteArrayInputStream(file), CsvHints.NONE);

    assertThat(sample.charset()).isEqualTo(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Day,Cost~2026-01-01,1.5~2026-01-02,2!,",
        "Day;Cost~2026-01-01;1,5~2026-01-02;2,5!;",
        "Day|Cost~2026-01-01|1,5~2026-01-02|2,5!|",
        "A title, with a comma~Day;Cost;Clicks~2026-01-01;1,5;3~2026-01-02;2,5;4!;"
      })
  void recognisesTheDelimiter(String text, char delimiter) throws IOException {
    byte[] file = text.replace('~', '\n').getBytes(StandardCharsets.UTF_8);

    assertThat(
            FileSample.of(() -> new ByteArrayInputStream(file), CsvHints.NONE)
                .delimiters()
                .getFirst())
        .isEqualTo(delimiter);
  }

  @Test
  void brokenBytesAndNullsStayVisible() throws IOException {
    byte[] file = {'a', (byte) 0xFF, 'b', ',', 'c', '\n', 'd', 0, ',', 'e', '\n'};

    try (CsvLines lines =
        CsvLines.open(new ByteArrayInputStream(file), StandardCharsets.UTF_8, ',')) {
      CsvLine first = lines.next();
      CsvLine second = lines.next();

      assertThat(first.isBroken(0)).isTrue();
      assertThat(first.isBroken(1)).isFalse();
      assertThat(second.isBroken(0)).isTrue();
      assertThat(second.number()).isEqualTo(2);
    }
  }

  @Test
  void quotationMarkWithoutEndIsNamedAndNotReadForEver() throws IOException {
    String text = "a,b\n\"" + "x,".repeat(CsvLines.LONGEST_RECORD);

    try (CsvLines lines =
        CsvLines.open(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8,
            ',')) {
      lines.next();
      assertThatThrownBy(lines::hasNext)
          .isInstanceOf(UnreadableValueException.class)
          .hasMessageContaining("quotation mark");
      assertThat(lines.lastLine()).isEqualTo(1);
    }
  }

  @Test
  void equalLinesHaveEqualFingerprints() throws IOException {
    byte[] file = "a,bc\na,bc\nab,c\n".getBytes(StandardCharsets.UTF_8);
    List<Long> fingerprints = new ArrayList<>();

    try (CsvLines lines =
        CsvLines.open(new ByteArrayInputStream(file), StandardCharsets.UTF_8, ',')) {
      lines.forEachRemaining(line -> fingerprints.add(line.fingerprint()));
    }

    assertThat(fingerprints.get(0))
        .isEqualTo(fingerprints.get(1))
        .isNotEqualTo(fingerprints.get(2));
  }

  private static List<List<String>> cells(byte[] file, Charset charset, char delimiter)
      throws IOException {
    List<List<String>> all = new ArrayList<>();
    try (CsvLines lines = CsvLines.open(new ByteArrayInputStream(file), charset, delimiter)) {
      lines.forEachRemaining(
          line -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < line.size(); i++) {
              cells.add(line.cell(i));
            }
            all.add(cells);
          });
    }
    return all;
  }
}
