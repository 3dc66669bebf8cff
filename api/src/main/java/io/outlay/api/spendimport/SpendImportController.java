package io.outlay.api.spendimport;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.paging.Connection;
import io.outlay.api.paging.PageRequest;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobFilter;
import io.outlay.domain.job.JobState;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.organization.Viewer;
import io.outlay.ingestion.spendimport.SpendImports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Imports of spend files. */
@Controller
class SpendImportController {

  private final SpendImports imports;
  private final Jobs jobs;
  private final GivenFiles files;
  private final Cursors cursors;

  SpendImportController(SpendImports imports, Jobs jobs, GivenFiles files, Cursors cursors) {
    this.imports = imports;
    this.jobs = jobs;
    this.files = files;
    this.cursors = cursors;
  }

  @MutationMapping
  Mono<SpendImportPayload> spendImport(
      @Argument SpendImportInput input, @ContextValue Viewer viewer) {
    Mono<SpendImportPayload> done =
        files
            .keep(viewer, input.content())
            .map(file -> input.toRequest(file.id()))
            .flatMap(
                request ->
                    imports.submit(
                        viewer.organization(),
                        viewer.actor(),
                        viewer.scope(),
                        request,
                        job -> writtenDown(viewer, input, job)))
            .map(SpendImportPayload::of);
    return UserErrors.tell(done, "input", problems -> new SpendImportPayload(null, null, problems));
  }

  @QueryMapping
  Mono<Connection<SpendImportView>> imports(
      @Argument @Nullable Filter filter,
      @ContextValue Viewer viewer,
      DataFetchingEnvironment environment) {
    PageRequest page = PageRequest.of(viewer.organization(), "imports", environment.getArguments());
    return jobs.newest(
            viewer.organization(),
            viewer.scope(),
            new JobFilter(Set.of(SpendImports.KIND), Filter.statesOf(filter)),
            page.numberBefore(cursors).orElse(null),
            page.first() + 1)
        .map(SpendImportView::of)
        .collectList()
        .map(read -> Connection.byNumber(read, page, cursors, view -> view.job().id()));
  }

  @SchemaMapping(typeName = "Job", field = "spendImport")
  @Nullable SpendImportView spendImportOf(Job job) {
    return job.kind().equals(SpendImports.KIND) ? SpendImportView.of(job) : null;
  }

  private static Optional<AuditEntry> writtenDown(Viewer viewer, SpendImportInput input, Job job) {
    return input.dryRun()
        ? Optional.empty()
        : Optional.of(
            AuditEntry.by(
                viewer,
                "spendImport",
                "Job",
                job.id(),
                null,
                Map.of("dataset", input.dataset(), "replace", input.replace().name())));
  }

  /** Conditions on imports as a caller names them. */
  record Filter(@Nullable List<JobState> states) {

    static Set<JobState> statesOf(@Nullable Filter filter) {
      return filter == null || filter.states() == null ? Set.of() : Set.copyOf(filter.states());
    }
  }
}
