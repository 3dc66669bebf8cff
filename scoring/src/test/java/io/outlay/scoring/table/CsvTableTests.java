package io.outlay.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.error.BadRequest;
import io.outlay.scoring.engine.FeatureMatrix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTests {

  @TempDir private Path folder;

  @Test
  void columnsHaveTypesAndBlanksAreMissing() throws IOException {
    CsvTable table = table("id,amount,paid,plan\na, 1.5 ,TRUE,\"x, y\"\nb, ,false,NA\n");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.names()).containsExactly("id", "amount", "paid", "plan");
    assertThat(table.column("amount").isNumeric()).isTrue();
    assertThat(table.column("amount").number(0)).isEqualTo(1.5);
    assertThat(table.column("amount").number(1)).isNaN();
    assertThat(table.column("paid").isNumeric()).isTrue();
    assertThat(table.column("plan").isNumeric()).isFalse();
    assertThat(table.column("plan").text(0)).isEqualTo("x, y");
    assertThat(table.column("plan").isMissing(1)).isTrue();
  }

  @Test
  void packedFileIsReadAlike() throws IOException {
    Path file = folder.resolve("t.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("a\n7\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(CsvTable.read(file).column("a").number(0)).isEqualTo(7);
  }

  @Test
  void labelsAreReadInTheWaysPeopleWriteThem() throws IOException {
    CsvTable table = table("l\nYes\nFALSE\n1\n0.0\nt\nN\nmaybe\n");
    boolean[] expected = {true, false, true, false, true, false};
    for (int i = 0; i < expected.length; i++) {
      assertThat(table.column("l").label(i)).as("row %s", i).isEqualTo(expected[i]);
    }
    assertThatThrownBy(() -> table.column("l").label(6))
        .isInstanceOf(BadRequest.class)
        .hasMessage("label l of row 6 is \"maybe\"; expected Yes or No, TRUE or FALSE, 1 or 0.");
  }

  @Test
  void wrongTablesAreRefusedWithTheirPlace() throws IOException {
    assertThatThrownBy(() -> table("a,b\n1\n")).hasMessageContaining("fields in line 2 is 1");
    assertThatThrownBy(() -> table("a,a\n1,2\n")).hasMessageContaining("each name once");
    assertThatThrownBy(() -> table("")).hasMessageContaining("empty");
    assertThatThrownBy(() -> CsvTable.read(folder.resolve("none.csv")))
        .hasMessageContaining("a file that exists");
    CsvTable table = table("a,b\n1,2\n");
    assertThatThrownBy(() -> table.column("c"))
        .hasMessage("column is \"c\"; expected one of [a, b].");
  }

  @Test
  void encodingIsLearnedFromTrainingRowsOnly() throws IOException {
    StringBuilder text = new StringBuilder("id,plan,code,same,n\n");
    for (int i = 0; i < 30; i++) {
      text.append("user").append(i).append(i < 20 ? ",free," : ",paid,").append(i % 2);
      text.append(",x,").append(i).append('\n');
    }
    text.append("u30,gold,1,x,\n");
    CsvTable table = table(text.toString());
    int[] training = IntStream.range(0, 30).toArray();

    FeatureEncoding encoding = FeatureEncoding.learn(table, training, Set.of("n"), Set.of("code"));

    // Identifiers have no frequent text, "same" has one value: neither can teach anything.
    assertThat(encoding.features()).containsExactly("plan=free", "plan=paid", "code=0", "code=1");
    FeatureMatrix rows = encoding.encode(table, new int[] {0, 29, 30});
    assertThat(rows.values()).containsExactly(1, 0, 1, 0, 0, 1, 0, 1, Float.NaN, Float.NaN, 0, 1);
  }

  @Test
  void foldsFollowTheirFormula() {
    // CRC-32 of "churn_telco:0" and "churn_telco:1", as the data sets' own splits have them.
    Folds folds = new Folds("churn_telco", 5);
    assertThat(folds.of(0)).isEqualTo(4);
    assertThat(folds.of(1)).isEqualTo(1);
    assertThat(folds.inside(2, 100)).doesNotContain(folds.outside(2, 100)).isNotEmpty();
    assertThat(folds.inside(2, 100).length + folds.outside(2, 100).length).isEqualTo(100);
  }

  private CsvTable table(String content) throws IOException {
    return CsvTable.read(Files.writeString(folder.resolve("t.csv"), content));
  }
}
