package io.outlay.api.spendimport;

import io.outlay.api.usererror.UserError;
import io.outlay.domain.job.Job;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What asking for an import did. */
record SpendImportPayload(
    @Nullable Job job, @Nullable SpendImportView spendImport, List<UserError> userErrors) {

  static SpendImportPayload of(Job job) {
    return new SpendImportPayload(job, SpendImportView.of(job), List.of());
  }
}
