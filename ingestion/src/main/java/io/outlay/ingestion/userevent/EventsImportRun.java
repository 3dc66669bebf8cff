package io.outlay.ingestion.userevent;

import io.outlay.domain.job.JobLease;
import io.outlay.domain.job.JobProgress;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.rawinput.RawInput;
import io.outlay.domain.userevent.UserEvent;
import io.outlay.ingestion.spendimport.WorkFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One worker's run of one import, from the kept file to the end of the job. The first pass reads
 * and checks the whole file and changes nothing; the second stores it in batches. After a crash it
 * goes on behind the last batch that is known to be stored. A file that is stored is not kept any
 * longer: it holds personal data.
 */
public final class EventsImportRun {

  private static final int BATCH = 4_000;

  private final EventsImportTools tools;
  private final JobLease lease;
  private final Consumer<JobProgress> progress;
  private final EventsImportRequest request;
  private final OrganizationId organization;
  private volatile EventsImportCheckpoint reached = EventsImportCheckpoint.START;
  private volatile boolean isStopped;

  private EventsImportRun(EventsImportTools tools, JobLease lease, Consumer<JobProgress> progress) {
    this.tools = tools;
    this.lease = lease;
    this.progress = progress;
    this.request = EventsImports.request(lease.job());
    this.organization = lease.job().organization();
  }

  /** Works until the job has ended. */
  public static Mono<Void> run(
      EventsImportTools tools, JobLease lease, Consumer<JobProgress> progress) {
    return Mono.defer(() -> new EventsImportRun(tools, lease, progress).run());
  }

  private Mono<Void> run() {
    return tools
        .rawInputs()
        .find(organization, request.rawInputId())
        .flatMap(kept -> inFolder(kept).thenReturn(true))
        .switchIfEmpty(Mono.defer(this::failWithoutFile))
        .doFinally(end -> isStopped = true)
        .then();
  }

  private Mono<Boolean> failWithoutFile() {
    return tools
        .queue()
        .fail(lease, "NOT_FOUND", "The uploaded file is no longer kept; upload it again.")
        .thenReturn(true);
  }

  private Mono<Void> inFolder(RawInput kept) {
    return Mono.usingWhen(
        Mono.fromCallable(() -> tools.folders().create(lease)).subscribeOn(tools.scheduler()),
        folder -> with(kept, folder.resolve("events.zst")),
        folder ->
            Mono.<Void>fromRunnable(() -> WorkFolders.delete(folder))
                .subscribeOn(tools.scheduler()));
  }

  private Mono<Void> with(RawInput kept, Path copy) {
    EventsReading reading =
        new EventsReading(organization, tools.reader(), request, kept.createdAt());
    return tools
        .rawInputs()
        .copyTo(kept, copy)
        .then(
            Mono.fromCallable(() -> EventFile.of(copy, request.format()))
                .subscribeOn(tools.scheduler()))
        .flatMap(file -> checkAndStore(kept, file, reading));
  }

  private Mono<Void> checkAndStore(RawInput kept, EventFile file, EventsReading reading) {
    @Nullable EventsImportCheckpoint before =
        ImportJson.readOrNull(lease.checkpoint(), EventsImportCheckpoint.class);
    @Nullable EventsImportResult known = EventsImports.result(lease.job()).orElse(null);
    if (before != null && known != null) {
      return store(kept, file, reading, known, before);
    }
    return Mono.fromCallable(() -> new EventFileCheck().run(file, reading, this::checked))
        .subscribeOn(tools.scheduler())
        .flatMap(
            result ->
                tools
                    .queue()
                    .result(lease, ImportJson.write(result))
                    .then(Mono.defer(() -> decide(kept, file, reading, result))));
  }

  private Mono<Void> decide(
      RawInput kept, EventFile file, EventsReading reading, EventsImportResult result) {
    if (request.dryRun()) {
      return tools.queue().succeed(lease, new JobProgress(result.events(), result.events()));
    }
    return result.problemCount() > 0
        ? tools.queue().fail(lease, "INVALID_FILE", summary(result))
        : store(kept, file, reading, result, EventsImportCheckpoint.START);
  }

  private Mono<Void> store(
      RawInput kept,
      EventFile file,
      EventsReading reading,
      EventsImportResult result,
      EventsImportCheckpoint from) {
    reached = from;
    told(result, from);
    return events(file, reading)
        .skip(from.done())
        .buffer(BATCH)
        .concatMap(batch -> store(batch, result), 1)
        .then(Mono.defer(() -> finish(kept, result.at(reached))));
  }

  private Mono<Void> store(List<UserEvent> batch, EventsImportResult result) {
    return tools
        .events()
        .record(organization, batch, List.of())
        .map(recorded -> reached.plus(batch.size(), recorded))
        .flatMap(
            now -> {
              reached = now;
              told(result, now);
              return tools.queue().checkpoint(lease, ImportJson.write(now));
            });
  }

  private Mono<Void> finish(RawInput kept, EventsImportResult result) {
    return tools
        .queue()
        .result(lease, ImportJson.write(result))
        .then(
            tools.queue().succeed(lease, new JobProgress(2 * result.events(), 2 * result.events())))
        .then(tools.rawInputs().remove(kept));
  }

  /** Reading never happens on a thread that must not wait, whoever asks for more. */
  private Flux<UserEvent> events(EventFile file, EventsReading reading) {
    return Flux.using(
            file::lines,
            lines -> Flux.fromIterable(() -> lines).map(reading::read),
            EventsImportRun::close)
        .subscribeOn(tools.scheduler());
  }

  /** Each event counts twice: once when it is checked, once when it is stored. */
  private void told(EventsImportResult result, EventsImportCheckpoint reached) {
    progress.accept(new JobProgress(result.events() + reached.done(), 2 * result.events()));
  }

  private void checked(long events) {
    if (isStopped) {
      throw new CancellationException("the import was taken away from this worker");
    }
    progress.accept(new JobProgress(events, null));
  }

  private static String summary(EventsImportResult result) {
    EventsImportResult.Problem first = result.problems().getFirst();
    String others =
        result.problemCount() == 1
            ? ""
            : " (1 of " + result.problemCount() + "; the import's result tells the others)";
    return "Line " + first.line() + ": " + first.message() + others;
  }

  private static void close(EventFile.Lines lines) {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a file of events could not be closed", e);
    }
  }
}
