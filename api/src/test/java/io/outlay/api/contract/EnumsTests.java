package io.outlay.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLEnumValueDefinition;
import io.outlay.domain.action.Decision;
import io.outlay.domain.job.JobState;
import io.outlay.domain.metric.Additivity;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.MissingReason;
import io.outlay.domain.metric.Unit;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.Role;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.Notice;
import io.outlay.domain.performance.View;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.risk.Experiment;
import io.outlay.domain.risk.ExperimentPlan;
import io.outlay.domain.risk.ModelFlag;
import io.outlay.domain.risk.ModelRole;
import io.outlay.domain.risk.Retraining;
import io.outlay.domain.risk.RiskKind;
import io.outlay.domain.userscore.RiskBand;
import io.outlay.ingestion.csv.DateOrder;
import io.outlay.ingestion.csv.NumberStyle;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.spendimport.Preset;
import io.outlay.ingestion.spendimport.Presets;
import io.outlay.ingestion.spendimport.SpendField;
import io.outlay.scoring.feature.FeatureUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Closed sets are the same in the schema and in Java. */
class EnumsTests {

  private static final Map<String, Class<? extends Enum<?>>> BOTH =
      Map.ofEntries(
          Map.entry("PerformanceMetric", Metric.class),
          Map.entry("PerformanceDimension", Dimension.class),
          Map.entry("TimeGranularity", Granularity.class),
          Map.entry("Measurer", Measurer.class),
          Map.entry("ConversionKind", ConversionKind.class),
          Map.entry("MissingReason", MissingReason.class),
          Map.entry("NoticeCode", Notice.class),
          Map.entry("MetricUnit", Unit.class),
          Map.entry("MetricAdditivity", Additivity.class),
          Map.entry("Role", Role.class),
          Map.entry("Language", Language.class),
          Map.entry("JobState", JobState.class),
          Map.entry("ImportField", SpendField.class),
          Map.entry("AccessState", AccessState.class),
          Map.entry("PlatformView", View.class),
          Map.entry("PlatformLevel", Level.class),
          Map.entry("PeriodLength", PeriodLength.class),
          Map.entry("NumberStyle", NumberStyle.class),
          Map.entry("DateOrder", DateOrder.class),
          Map.entry("RiskKind", RiskKind.class),
          Map.entry("RiskBand", RiskBand.class),
          Map.entry("ServingRole", ModelRole.class),
          Map.entry("DecisionReviewState", Decision.Review.class),
          Map.entry("ExperimentMode", ExperimentPlan.Mode.class),
          Map.entry("ExperimentMetric", ExperimentPlan.Metric.class),
          Map.entry("ExperimentState", Experiment.State.class),
          Map.entry("RiskFlagReason", ModelFlag.Reason.class),
          Map.entry("RiskRetrainingState", Retraining.State.class),
          Map.entry("FeatureUnit", FeatureUnit.class));

  @Test
  void haveTheSameValues() {
    BOTH.forEach(
        (name, java) ->
            assertThat(values(name)).as(name).containsExactlyInAnyOrderElementsOf(names(java)));
  }

  @Test
  void rowsCanBeOrderedByTimeDimensionsAndMetrics() {
    assertThat(values("PerformanceOrderField"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(List.of("PERIOD"), names(Dimension.class), names(Metric.class))
                .flatMap(List::stream)
                .toList());
  }

  @Test
  void everyPresetCanBeNamed() {
    assertThat(values("SpendImportPreset"))
        .containsExactlyInAnyOrderElementsOf(
            Presets.all().stream()
                .map(Preset::key)
                .map(key -> key.replace('-', '_').toUpperCase(Locale.ROOT))
                .toList());
  }

  @Test
  void statesOfAccountsSayTheSameInTheSchemaAndInAnswers() {
    for (AccessState state : AccessState.values()) {
      assertThat(Contract.enumType("AccessState").getValue(state.name()).getDescription())
          .isEqualTo(state.text(Language.ENGLISH));
    }
  }

  private static List<String> values(String enumName) {
    return Contract.enumType(enumName).getValues().stream()
        .map(GraphQLEnumValueDefinition::getName)
        .toList();
  }

  private static List<String> names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }
}
