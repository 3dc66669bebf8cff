package io.outlay.api.performance;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.input.DateRangeInput;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.performance.Dimension;
import io.outlay.domain.performance.Granularity;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.Performance;
import io.outlay.domain.performance.PerformanceQuery;
import io.outlay.domain.performance.PerformanceReport;
import io.outlay.domain.performance.PerformanceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The report on spend and results. */
@Controller
class PerformanceController {

  private final Performance performance;
  private final RowEntityLoader entities;
  private final Cursors cursors;

  PerformanceController(Performance performance, RowEntityLoader entities, Cursors cursors) {
    this.performance = performance;
    this.entities = entities;
    this.cursors = cursors;
  }

  @QueryMapping
  Mono<Report> performance(
      @Argument DateRangeInput range,
      @Argument List<Dimension> groupBy,
      @Argument @Nullable Granularity granularity,
      @Argument @Nullable PerformanceFilterInput filter,
      @Argument @Nullable String currencyCode,
      @Argument Measurer measuredBy,
      @Argument @Nullable ComparisonInput compareTo,
      @Argument @Nullable Instant asOf,
      @ContextValue Viewer viewer,
      DataFetchingEnvironment environment) {
    String list = "performance" + environment.getArguments();
    ReportSelection selected = ReportSelection.of(environment.getSelectionSet());
    PerformanceQuery query =
        new PerformanceArguments(
                range, groupBy, granularity, filter, currencyCode, measuredBy, compareTo, asOf)
            .toQuery(viewer, firstRowsOf(viewer, list, selected), selected);
    return performance.report(query).map(report -> new Report(list, viewer, query, report));
  }

  /**
   * The rows: those read with the report, or, where a client asks for several pages or orders side
   * by side, a page of their own.
   */
  @SchemaMapping(typeName = "PerformanceReport")
  Mono<RowConnection> rows(
      Report report, @ContextValue Viewer viewer, DataFetchingEnvironment environment) {
    RowsRequest asked =
        RowsRequest.of(viewer.organization(), report.list(), environment.getArguments(), cursors);
    ReportSelection selected = ReportSelection.ofRows(environment.getSelectionSet());
    return answerHolding(report, asked, selected)
        .flatMap(
            answer ->
                entities
                    .load(viewer, answer, selected, report.knownIn(answer))
                    .map(found -> toConnection(answer, found, asked, viewer)));
  }

  private RowsRequest firstRowsOf(Viewer viewer, String list, ReportSelection selected) {
    return selected.rows().isEmpty()
        ? RowsRequest.none(viewer.organization(), list)
        : RowsRequest.of(
            viewer.organization(), list, selected.rows().getFirst().getArguments(), cursors);
  }

  private Mono<PerformanceReport> answerHolding(
      Report report, RowsRequest asked, ReportSelection selected) {
    if (report.holds(asked)) {
      return Mono.just(report.answer());
    }
    PerformanceQuery query = report.query();
    return performance.report(
        new PerformanceQuery(
            query.organization(),
            query.scope(),
            query.range(),
            query.groupBy(),
            query.granularity(),
            query.filter(),
            query.currencyCode(),
            query.measuredBy(),
            query.compareTo(),
            query.asOf(),
            asked.version(),
            asked.order(),
            asked.page(),
            selected.toSelection()));
  }

  private RowConnection toConnection(
      PerformanceReport answer, RowEntities found, RowsRequest asked, Viewer viewer) {
    List<Row> rows = new ArrayList<>(answer.rows().size());
    long position = asked.page().offset();
    for (PerformanceRow row : answer.rows()) {
      position++;
      rows.add(new Row(row, found, viewer.language(), position));
    }
    return new RowConnection(answer, rows, asked, cursors);
  }
}
