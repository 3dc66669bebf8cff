package io.outlay.api.performance;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.input.DateRangeInput;
import io.outlay.domain.campaign.Campaign;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.Performance;
import io.outlay.domain.performance.PerformanceFilter;
import io.outlay.domain.performance.PerformancePage;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceSelection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Performance nested in campaigns: campaigns that are asked the same question are answered
 * together, by as many statements as one of them would need.
 */
@Controller
class CampaignPerformanceController {

  private static final int MOST_PERIODS = 400;

  private final Performance performance;

  CampaignPerformanceController(Performance performance, BatchLoaderRegistry loaders) {
    this.performance = performance;
    loaders
        .forTypePair(Question.class, CampaignPerformance.class)
        .registerMappedBatchLoader((questions, environment) -> answer(questions));
  }

  @SchemaMapping(typeName = "Campaign", field = "performance")
  CompletableFuture<CampaignPerformance> performance(
      Campaign campaign,
      @Argument DateRangeInput range,
      @Argument @Nullable Granularity granularity,
      @Argument @Nullable String currencyCode,
      @Argument Measurer measuredBy,
      @ContextValue Viewer viewer,
      DataFetchingEnvironment environment,
      DataLoader<Question, CampaignPerformance> loader) {
    DateRange days = range.toRange("range");
    requireFewPeriods(granularity, days);
    PerformanceSelection selection =
        ReportSelection.of(environment.getSelectionSet()).toSelection();
    PerformanceQuery query = query(viewer, days, granularity, currencyCode, measuredBy, selection);
    return loader.load(new Question(campaign.id(), query, viewer.language()));
  }

  private static PerformanceQuery query(
      Viewer viewer,
      DateRange range,
      @Nullable Granularity granularity,
      @Nullable String currencyCode,
      Measurer measuredBy,
      PerformanceSelection selected) {
    boolean rows = selected.rows() && granularity != null;
    return new PerformanceQuery(
        viewer.organization(),
        viewer.scope(),
        range,
        List.of(),
        granularity,
        PerformanceFilter.NONE,
        currencyCode,
        measuredBy,
        null,
        null,
        null,
        null,
        new PerformancePage(rows ? MOST_PERIODS : 0, 0),
        new PerformanceSelection(
            selected.metrics(),
            selected.totals() || !rows,
            rows,
            false,
            rows && selected.evidence(),
            selected.coverage()));
  }

  private Mono<Map<Question, CampaignPerformance>> answer(Set<Question> questions) {
    Map<PerformanceQuery, Set<Question>> alike =
        questions.stream().collect(Collectors.groupingBy(Question::query, Collectors.toSet()));
    return Flux.fromIterable(alike.entrySet())
        .concatMap(asked -> answer(asked.getKey(), asked.getValue()))
        .collect(HashMap::new, Map::putAll);
  }

  private Mono<Map<Question, CampaignPerformance>> answer(
      PerformanceQuery query, Set<Question> questions) {
    Set<Long> campaigns = questions.stream().map(Question::campaign).collect(Collectors.toSet());
    return performance
        .reportByCampaign(campaigns, query)
        .map(reports -> toAnswers(questions, reports));
  }

  private static Map<Question, CampaignPerformance> toAnswers(
      Set<Question> questions, Map<Long, PerformanceReport> reports) {
    Map<Question, CampaignPerformance> answers = new HashMap<>();
    for (Question question : questions) {
      PerformanceReport report = reports.get(question.campaign());
      if (report != null) {
        answers.put(question, new CampaignPerformance(report, question.language()));
      }
    }
    return answers;
  }

  private static void requireFewPeriods(@Nullable Granularity granularity, DateRange range) {
    if (granularity != null && granularity.periodsOf(range).size() > MOST_PERIODS) {
      throw BadRequest.of(
          "range",
          range.days() + " days by " + granularity,
          "at most " + MOST_PERIODS + " periods within campaigns");
    }
  }

  /** What one campaign is asked. */
  record Question(long campaign, PerformanceQuery query, Language language) {}
}
