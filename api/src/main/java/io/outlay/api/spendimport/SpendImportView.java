package io.outlay.api.spendimport;

import io.outlay.api.node.NodeType;
import io.outlay.domain.job.Job;
import io.outlay.ingestion.spendimport.SpendImportRequest;
import io.outlay.ingestion.spendimport.SpendImports;
import org.jspecify.annotations.Nullable;

/** An import as the schema shows it. */
record SpendImportView(
    String id, Job job, String dataset, boolean isDryRun, @Nullable SpendImportResultView result) {

  static SpendImportView of(Job job) {
    SpendImportRequest request = SpendImports.request(job);
    return new SpendImportView(
        NodeType.SPEND_IMPORT.id(job.id()),
        job,
        request.dataset(),
        request.dryRun(),
        SpendImports.result(job).map(SpendImportResultView::of).orElse(null));
  }
}
