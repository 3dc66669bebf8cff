package io.outlay.domain.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.organization.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricDictionaryTests {

  @Test
  void definesEachMetricOnceInItsOrder() {
    assertThat(MetricDictionary.current().definitions())
        .extracting(MetricDefinition::metric)
        .containsExactly(Metric.values());
  }

  @Test
  void holdsEveryBaseMetricUnderItsOwnNameAndUnit() {
    for (BaseMetric base : BaseMetric.values()) {
      Metric metric = Metric.byFieldName(base.fieldName()).orElseThrow();
      assertThat(metric.formula()).isEqualTo(new Formula.Sum(Part.of(base)));
      assertThat(metric.unit()).isEqualTo(unit(base.storage()));
    }
  }

  private static Unit unit(BaseMetric.Storage storage) {
    return switch (storage) {
      case COUNT, SHARED_COUNT -> Unit.COUNT;
      case DECIMAL -> Unit.DECIMAL;
      case MONEY -> Unit.MONEY;
    };
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void explainsItselfInBothLanguages(Metric metric) {
    MetricDefinition definition = MetricDictionary.current().of(metric);
    for (Language language : Language.values()) {
      MetricText text = definition.text(language);
      assertThat(
              Stream.concat(
                  Stream.of(text.label(), text.meaning(), text.formula(), text.whenNull()),
                  text.caveats().stream()))
          .noneMatch(String::isBlank);
    }
    assertThat(definition.text(Language.KOREAN).meaning()).containsPattern("[가-힣]");
    assertThat(definition.text(Language.ENGLISH).meaning()).doesNotContainPattern("[가-힣]");
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void letsAClientRebuildEveryRatioFromSelectableParts(Metric metric) {
    List<Formula> selectable = Arrays.stream(Metric.values()).map(Metric::formula).toList();
    assertThat(metric.formula().parts())
        .allMatch(part -> selectable.contains(new Formula.Sum(part)));
  }

  @Test
  void mapsBaseMetricsOnlyToKnownChannels() {
    assertThat(MetricDictionary.current().definitions())
        .allSatisfy(
            definition ->
                assertThat(definition.mapping().keySet())
                    .isSubsetOf("META", "GOOGLE_ADS", "APPLE_SEARCH_ADS"));
    assertThat(MetricDictionary.current().of(Metric.SPEND).mapping()).hasSize(3);
    assertThat(MetricDictionary.current().of(Metric.CONVERSION_VALUE).mapping())
        .doesNotContainKey("APPLE_SEARCH_ADS");
  }
}
