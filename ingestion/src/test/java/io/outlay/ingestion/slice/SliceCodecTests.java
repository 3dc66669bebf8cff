package io.outlay.ingestion.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.TextSlice;
import io.outlay.ingestion.sink.SampleSlices;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SliceCodecTests {

  private static final String VERSION = Integer.toString(SliceCodec.VERSION);

  private final SliceCodec codec = new SliceCodec();
  private final TextSlice slice =
      TextSlice.of(SampleSlices.of(new OrganizationId(7), "계정", 3, 42, 5, 1_230_000));

  @Test
  void whatIsWrittenIsReadAsItWas() {
    TextSlice read = codec.decode(codec.encode(slice), VERSION);

    assertThat(read.head()).isEqualTo(slice.head());
    assertThat(read.rowCount()).isEqualTo(5);
    assertThat(read.rows()).isEqualTo(slice.rows());
    assertThat(read.contentHash()).isEqualTo(slice.contentHash());
  }

  @Test
  void anEmptySliceIsReadAsItWas() {
    TextSlice empty = TextSlice.of(SampleSlices.of(new OrganizationId(7), "a", 3, 42, 0, 0));

    assertThat(codec.decode(codec.encode(empty), VERSION).rowCount()).isZero();
  }

  @Test
  void equalSlicesAreEqualBytes() {
    TextSlice same =
        TextSlice.of(SampleSlices.of(new OrganizationId(7), "계정", 3, 42, 5, 1_230_000));

    assertThat(codec.encode(same)).isEqualTo(codec.encode(slice));
  }

  @Test
  void installsOfTheVersionBeforeAreReadAsMillionths() {
    TextSlice whole = installs("3\t\\N\t0\t\\N\t2");

    TextSlice read = codec.decode(codec.encode(whole), Integer.toString(SliceCodec.VERSION - 1));

    TextSlice same = installs("3000000\t\\N\t0\t\\N\t2000000");
    assertThat(read.rows()).isEqualTo(same.rows());
    assertThat(read.contentHash()).isEqualTo(same.contentHash());
    assertThat(read.head()).isEqualTo(slice.head());
  }

  /** One row: installs, pre-registrations, sign-ups, leads and purchases beside other metrics. */
  private TextSlice installs(String counts) {
    String row =
        "c1\tName 7\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\tKRW\t1087\t10\t5\t7\t8\t9\t\\N\t"
            + counts
            + "\t4\t\\N\n";
    return new TextSlice(slice.head(), 1, new byte[] {'\n'}, new byte[0]).rewritten(none -> row);
  }

  @Test
  void theNextVersionIsNotRead() {
    byte[] bytes = codec.encode(slice);

    assertUnreadable(bytes, Integer.toString(SliceCodec.VERSION + 1), "Schema version");
    assertUnreadable(bytes, "", "Schema version");
  }

  @Test
  void damagedBytesAreUnreadable() {
    byte[] bytes = codec.encode(slice);

    assertUnreadable(Arrays.copyOf(bytes, bytes.length / 2), VERSION, "damaged");
    assertUnreadable("no slice".getBytes(StandardCharsets.UTF_8), VERSION, "compressed slice");
    assertUnreadable(new byte[0], VERSION, "compressed slice");
  }

  @Test
  void rowsThatAreNotTheHashedOnesAreUnreadable() {
    TextSlice forged =
        new TextSlice(
            slice.head(),
            slice.rowCount(),
            Arrays.copyOf(slice.rows(), slice.rows().length - 1),
            slice.contentHash());

    assertUnreadable(codec.encode(forged), VERSION, "hash");
  }

  @Test
  void textWithoutADescriptionIsUnreadable() {
    byte[] text = Zstd.compress("{\"organization\": null}\nrows".getBytes(StandardCharsets.UTF_8));

    assertUnreadable(text, VERSION, "description");
  }

  private void assertUnreadable(byte[] bytes, String version, String why) {
    assertThatThrownBy(() -> codec.decode(bytes, version))
        .isInstanceOf(UnreadableSlice.class)
        .hasMessageContaining(why);
  }
}
