package io.outlay.api.userevent;

import io.outlay.api.spendimport.FileContentInput;
import io.outlay.api.spendimport.GivenFiles;
import io.outlay.api.user.UserAccess;
import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.job.Job;
import io.outlay.domain.organization.Viewer;
import io.outlay.ingestion.userevent.EventFileFormat;
import io.outlay.ingestion.userevent.EventsImportRequest;
import io.outlay.ingestion.userevent.EventsImportResult;
import io.outlay.ingestion.userevent.EventsImports;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Imports of files of events. */
@Controller
class EventsImportController {

  private final EventsImports imports;
  private final GivenFiles files;

  EventsImportController(EventsImports imports, GivenFiles files) {
    this.imports = imports;
    this.files = files;
  }

  @MutationMapping
  Mono<Payload> eventsImport(@Argument Input input, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    Mono<Payload> done =
        files
            .keep(viewer, input.content())
            .flatMap(
                file ->
                    imports.submit(
                        viewer.organization(),
                        viewer.actor(),
                        input.toRequest(file.id()),
                        job -> writtenDown(viewer, input, job)))
            .map(job -> new Payload(job, List.of()));
    return UserErrors.tell(done, "input", problems -> new Payload(null, problems));
  }

  @SchemaMapping(typeName = "Job", field = "eventsImport")
  @Nullable View eventsImportOf(Job job) {
    return job.kind().equals(EventsImports.KIND)
        ? EventsImports.result(job).map(result -> View.of(job, result)).orElse(null)
        : null;
  }

  private static Optional<AuditEntry> writtenDown(Viewer viewer, Input input, Job job) {
    return input.dryRun()
        ? Optional.empty()
        : Optional.of(
            AuditEntry.by(viewer, "eventsImport", "Job", job.id(), null, Map.of("dryRun", false)));
  }

  /** File, how to read it, and when its events became known. */
  record Input(
      FileContentInput content,
      @Nullable EventFileFormat format,
      String recordedAtField,
      @Nullable Long recordingDelaySeconds,
      boolean dryRun) {

    EventsImportRequest toRequest(long rawInputId) {
      return new EventsImportRequest(
          rawInputId, format, recordedAtField, recordingDelaySeconds, dryRun);
    }
  }

  /** What asking for an import did. */
  record Payload(@Nullable Job job, List<UserError> userErrors) {}

  /** What was found in a file, as the schema shows it. */
  record View(
      EventFileFormat format,
      boolean isDryRun,
      long eventCount,
      List<TypeCount> types,
      @Nullable Instant firstOccurredAt,
      @Nullable Instant lastOccurredAt,
      long problemCount,
      List<EventsImportResult.Problem> problems,
      long accepted,
      long repeated,
      long expired,
      long erased) {

    static View of(Job job, EventsImportResult result) {
      return new View(
          result.format(),
          EventsImports.request(job).dryRun(),
          result.events(),
          result.byType().entrySet().stream()
              .map(type -> new TypeCount(type.getKey(), type.getValue()))
              .sorted(
                  Comparator.comparingLong(TypeCount::count)
                      .reversed()
                      .thenComparing(TypeCount::type))
              .toList(),
          result.from(),
          result.to(),
          result.problemCount(),
          result.problems(),
          result.accepted(),
          result.repeated(),
          result.expired(),
          result.erased());
    }
  }

  /** How many events have a type. */
  record TypeCount(String type, long count) {}
}
