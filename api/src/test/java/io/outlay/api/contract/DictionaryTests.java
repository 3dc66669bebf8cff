package io.outlay.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.metric.MetricDictionary;
import io.outlay.domain.metric.MetricText;
import io.outlay.domain.metric.Unit;
import io.outlay.domain.organization.Language;
import io.outlay.domain.performance.Notice;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema's words about metrics are the dictionary's. */
class DictionaryTests {

  private static final GraphQLObjectType METRICS =
      Contract.SCHEMA.getObjectType("PerformanceMetrics");
  private static final GraphQLObjectType CHANGES =
      Contract.SCHEMA.getObjectType("PerformanceChange");

  @ParameterizedTest
  @EnumSource(Metric.class)
  void fieldsAreDescribedByTheDictionary(Metric metric) {
    MetricText text = MetricDictionary.current().of(metric).text(Language.ENGLISH);

    assertThat(METRICS.getField(metric.fieldName()).getDescription())
        .isEqualTo(String.join("\n", text.meaning(), text.formula(), text.whenNull()));
    assertThat(Contract.enumType("PerformanceMetric").getValue(metric.name()).getDescription())
        .isEqualTo(text.meaning());
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void typesFollowTheUnit(Metric metric) {
    assertThat(typeOf(METRICS, metric)).isEqualTo(valueType(metric.unit()));
    assertThat(typeOf(CHANGES, metric)).isEqualTo(changeType(metric.unit()));
  }

  @Test
  void thereAreNoOtherMetrics() {
    String[] names = Arrays.stream(Metric.values()).map(Metric::fieldName).toArray(String[]::new);

    assertThat(CHANGES.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName))
        .containsExactlyInAnyOrder(names);
    assertThat(METRICS.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName))
        .containsExactlyInAnyOrder(
            Stream.concat(Arrays.stream(names), Stream.of("missing")).toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource(Notice.class)
  void noticesSayTheSameInTheSchemaAndInAnswers(Notice notice) {
    assertThat(Contract.enumType("NoticeCode").getValue(notice.name()).getDescription())
        .isEqualTo(notice.text(Language.ENGLISH));
  }

  private static String typeOf(GraphQLObjectType type, Metric metric) {
    return GraphQLTypeUtil.simplePrint(type.getField(metric.fieldName()).getType());
  }

  private static String valueType(Unit unit) {
    return switch (unit) {
      case COUNT -> "Long";
      case DECIMAL -> "Decimal";
      case MONEY -> "Money";
      case FRACTION -> "Float";
    };
  }

  private static String changeType(Unit unit) {
    return switch (unit) {
      case COUNT -> "CountChange";
      case DECIMAL -> "DecimalChange";
      case MONEY -> "MoneyChange";
      case FRACTION -> "RatioChange";
    };
  }
}
