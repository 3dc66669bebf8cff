package io.outlay.api.metric;

import io.outlay.domain.metric.MetricDictionary;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The metric dictionary in the caller's language. */
@Controller
class MetricController {

  @QueryMapping
  List<MetricDefinitionView> metricDefinitions(
      @Argument @Nullable Language language, @ContextValue Viewer viewer) {
    Language spoken = language == null ? viewer.language() : language;
    return MetricDictionary.current().definitions().stream()
        .map(definition -> MetricDefinitionView.of(definition, spoken))
        .toList();
  }
}
