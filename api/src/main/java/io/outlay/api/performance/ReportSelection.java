package io.outlay.api.performance;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import io.outlay.domain.metric.Metric;
import io.outlay.domain.performance.PerformanceSelection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a client selected of a report, so that nothing else is computed or loaded. */
final class ReportSelection {

  private final Set<Metric> metrics = EnumSet.noneOf(Metric.class);
  private final Set<String> rowFields = new HashSet<>();
  private final List<SelectedField> rows = new ArrayList<>();
  private boolean totals;
  private boolean totalCount;
  private boolean coverage;
  private boolean reasons;

  private ReportSelection() {}

  /** What is selected of {@code PerformanceReport}, {@code CampaignPerformance} or alike. */
  static ReportSelection of(DataFetchingFieldSelectionSet report) {
    ReportSelection selection = new ReportSelection();
    report.getImmediateFields().forEach(selection::addOfReport);
    return selection;
  }

  /** What is selected of a page of rows, alone. */
  static ReportSelection ofRows(DataFetchingFieldSelectionSet connection) {
    ReportSelection selection = new ReportSelection();
    connection.getImmediateFields().forEach(selection::addOfConnection);
    return selection;
  }

  /** Uses of the field {@code rows}; several where a client gave them names of its own. */
  List<SelectedField> rows() {
    return rows;
  }

  /** Whether a field of rows is wanted. */
  boolean wants(String rowField) {
    return rowFields.contains(rowField);
  }

  PerformanceSelection toSelection() {
    return new PerformanceSelection(
        metrics.isEmpty() && reasons ? EnumSet.allOf(Metric.class) : metrics,
        totals,
        !rows.isEmpty() || !rowFields.isEmpty(),
        totalCount,
        wants("sources") || wants("notices"),
        coverage);
  }

  private void addOfReport(SelectedField field) {
    switch (field.getName()) {
      case "totals" -> {
        totals = true;
        addMetrics(field);
      }
      case "compared" -> {
        totals = true;
        addOfComparison(field);
      }
      case "completeUntil", "timeZones", "notices" -> coverage = true;
      case "rows" -> {
        rows.add(field);
        field.getSelectionSet().getImmediateFields().forEach(this::addOfConnection);
      }
      default -> {}
    }
  }

  private void addOfConnection(SelectedField field) {
    switch (field.getName()) {
      case "totalCount" -> totalCount = true;
      case "pageInfo" -> rowFields.add("pageInfo");
      case "edges" -> field.getSelectionSet().getImmediateFields().forEach(this::addOfEdge);
      case "nodes" -> addOfRow(field);
      default -> addOfRowField(field);
    }
  }

  private void addOfEdge(SelectedField field) {
    rowFields.add("pageInfo");
    if (field.getName().equals("node")) {
      addOfRow(field);
    }
  }

  private void addOfRow(SelectedField row) {
    row.getSelectionSet().getImmediateFields().forEach(this::addOfRowField);
  }

  private void addOfRowField(SelectedField field) {
    rowFields.add(field.getName());
    switch (field.getName()) {
      case "metrics" -> addMetrics(field);
      case "compared" -> addOfComparison(field);
      default -> {}
    }
  }

  private void addOfComparison(SelectedField compared) {
    for (SelectedField field : compared.getSelectionSet().getImmediateFields()) {
      if (field.getName().equals("metrics") || field.getName().equals("change")) {
        addMetrics(field);
      }
    }
  }

  private void addMetrics(SelectedField group) {
    for (SelectedField field : group.getSelectionSet().getImmediateFields()) {
      Metric.byFieldName(field.getName()).ifPresent(metrics::add);
      reasons |= field.getName().equals("missing");
    }
  }
}
