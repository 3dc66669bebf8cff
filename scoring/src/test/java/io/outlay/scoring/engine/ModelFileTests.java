package io.outlay.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.outlay.domain.error.BadRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTests {

  @ParameterizedTest
  @ValueSource(strings = {"ubj", "json"})
  void bothFormatsAreRead(String format) {
    ModelFile file = ModelFile.read(SmallModel.file(format));
    assertThat(file.features()).isEqualTo(SmallModel.FEATURES);
    assertThat(file.objective()).isEqualTo(Objective.LOGISTIC);
    assertThat(file.thresholds(0)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ubj", "json"})
  void fileCutOffAnywhereIsRefused(String format) {
    byte[] whole = SmallModel.file(format);
    for (int length = 0; length < whole.length; length += 1 + whole.length / 97) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ModelFile.read(part)).isInstanceOf(BadRequest.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "binf", "{\"learner\":{}}", "PK\u0003\u0004", "{\"a\":"})
  void foreignFileIsRefused(String content) {
    assertThatThrownBy(() -> ModelFile.read(content.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("expected an XGBoost model as .json or .ubj");
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    String json = json();
    String broken =
        json.replaceFirst("\"split_conditions\":\\[[^,]+,", "\"split_conditions\":[NaN,");
    assertThat(broken).isNotEqualTo(json);
    assertRefused(broken, "split_conditions");
  }

  @Test
  void nodesOutOfPlaceAreRefused() {
    String json = json();
    // A loop from the root's child to the root would make a prediction run for ever.
    assertRefused(json.replaceFirst("\"left_children\":\\[1,", "\"left_children\":[0,"), "node 0");
    assertRefused(json.replaceFirst("\"left_children\":\\[1,", "\"left_children\":[9999,"), "9999");
    assertRefused(json.replaceFirst("\"split_indices\":\\[\\d", "\"split_indices\":[7"), "feature");
  }

  @Test
  void otherObjectivesAndBoostersAreRefused() {
    assertRefused(json().replace("\"binary:logistic\"", "\"multi:softprob\""), "binary:logistic");
    assertRefused(json().replace("\"gbtree\"", "\"gblinear\""), "expected gbtree");
    assertRefused(json().replace("\"num_class\":\"0\"", "\"num_class\":\"3\""), "num_class");
  }

  @Test
  void otherFeaturesAreRefused() {
    ModelFile unnamed = ModelFile.read(SmallModel.file("json"));
    unnamed.requireFeatures(List.of("a", "b", "c"));
    assertThatThrownBy(() -> unnamed.requireFeatures(List.of("a", "b")))
        .hasMessage("number of features of the model is 3; expected 2.");
    String names = json().replace("\"feature_names\":[]", "\"feature_names\":[\"a\",\"b\",\"c\"]");
    ModelFile named = ModelFile.read(names.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> named.requireFeatures(List.of("a", "c", "b")))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("feature 1 of the model is \"b\"; expected c");
  }

  @Test
  void baseScoreOfNewerVersionsIsReadAsWhatItMeans() {
    String list = json().replaceFirst("\"base_score\":\"[^\"]+\"", "\"base_score\":\"[2.5E-1]\"");
    assertThat(list).contains("[2.5E-1]");
    assertSameMargins(list.getBytes(StandardCharsets.UTF_8));
    assertRefused(list.replace("[2.5E-1]", "[2.5E-1,3E-1]"), "one finite number");
    assertRefused(list.replace("[2.5E-1]", "[nan]"), "one finite number");
  }

  @Test
  void baseScoreOfNewerVersionsIsReadInBinaryToo() {
    byte[] file = SmallModel.file("ubj");
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int key = text.indexOf("base_score") + "base_score".length();
    // Behind the key stand S, L, eight bytes of length and the text.
    int length = (int) ByteBuffer.wrap(file).getLong(key + 2);
    String old = text.substring(key + 10, key + 10 + length);
    byte[] list = ("[" + old + "]").getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer changed = ByteBuffer.allocate(file.length + 2);
    changed.put(file, 0, key + 2).putLong(list.length).put(list);
    changed.put(file, key + 10 + length, file.length - key - 10 - length);
    assertSameMargins(changed.array());
  }

  private static void assertSameMargins(byte[] file) {
    FeatureMatrix rows = SmallModel.rows(50, 8);
    try (ScoringEngine expected = SmallModel.engine();
        ScoringEngine actual = XgboostEngine.load(ModelFile.read(file))) {
      assertThat(actual.margins(rows)).containsExactly(expected.margins(rows), within(1e-6f));
    }
  }

  private static void assertRefused(String json, String reason) {
    assertThatThrownBy(() -> ModelFile.read(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining(reason);
  }

  private static String json() {
    return new String(SmallModel.file("json"), StandardCharsets.UTF_8);
  }
}
