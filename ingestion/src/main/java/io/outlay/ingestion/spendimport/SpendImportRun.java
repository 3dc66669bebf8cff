package io.outlay.ingestion.spendimport;

import com.github.luben.zstd.ZstdInputStream;
import io.outlay.domain.job.JobLease;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.Period;
import io.outlay.domain.rawinput.RawInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One worker's run of one import, from the kept file to the end of the job.
 *
 * <p>The first pass reads and checks the whole file and changes nothing. What it finds is stored
 * with the job. Only then is a sequence number drawn and stored; whoever comes later goes on with
 * that number and finds the same slices in the same order, so that a crash at any point repeats at
 * most what is harmless to repeat.
 */
final class SpendImportRun {

  private final SpendImportTools tools;
  private final JobLease lease;
  private final Scheduler scheduler;
  private final RunProgress progress;
  private final SpendImportRequest request;
  private final OrganizationId organization;

  SpendImportRun(
      SpendImportTools tools, JobLease lease, Scheduler scheduler, RunProgress progress) {
    this.tools = tools;
    this.lease = lease;
    this.scheduler = scheduler;
    this.progress = progress;
    this.request = SpendImports.request(lease.job());
    this.organization = lease.job().organization();
  }

  /** Works in the given folder until the job has ended. */
  Mono<Void> in(Path folder) {
    return tools
        .rawInputs()
        .find(organization, request.rawInputId())
        .flatMap(rawInput -> check(rawInput, folder).thenReturn(true))
        .switchIfEmpty(
            Mono.defer(
                () ->
                    tools
                        .queue()
                        .fail(
                            lease,
                            "NOT_FOUND",
                            "The uploaded file is no longer kept; upload it again.")
                        .thenReturn(true)))
        .then();
  }

  private Mono<Void> check(RawInput rawInput, Path folder) {
    Path file = folder.resolve("input.zst");
    return tools
        .rawInputs()
        .copyTo(rawInput, file)
        .then(
            Mono.usingWhen(
                Mono.fromCallable(() -> firstPass(rawInput, file, folder)).subscribeOn(scheduler),
                checked -> decide(rawInput, checked).thenReturn(true),
                checked -> Mono.<Void>fromRunnable(() -> close(checked)).subscribeOn(scheduler)))
        .then();
  }

  private CheckedSpendFile firstPass(RawInput rawInput, Path file, Path folder) throws IOException {
    return new SpendFileCheck(
            () -> new ZstdInputStream(Files.newInputStream(file)),
            rawInput.byteCount(),
            request.file(),
            progress)
        .run(folder);
  }

  private Mono<Void> decide(RawInput rawInput, CheckedSpendFile file) {
    @Nullable PublishCheckpoint before =
        SpendImportJson.readOrNull(lease.checkpoint(), PublishCheckpoint.class);
    if (before != null) {
      return publish(rawInput, file, before); // what is stored now is partly its own
    }
    String channel = channel(file);
    if (!file.report().isAcceptable() || channel == null) {
      return refuse(file, channel);
    }
    return tools
        .targets()
        .outside(organization, lease.job().scope(), channel, accountIds(file))
        .collectList()
        .flatMap(
            hidden ->
                hidden.isEmpty()
                    ? weigh(rawInput, channel, file)
                    : forbid(channel, hidden.getFirst()));
  }

  private Mono<Void> forbid(String channel, String account) {
    return tools
        .queue()
        .fail(
            lease,
            "FORBIDDEN",
            "The token does not reach account "
                + account
                + " of channel "
                + channel
                + "; import only its own accounts, or ask an admin.");
  }

  private Mono<Void> weigh(RawInput rawInput, String channel, CheckedSpendFile file) {
    return tools
        .queue()
        .speaksOf(lease, channel, accountIds(file))
        .then(Mono.defer(() -> compare(channel, file)))
        .flatMap(
            comparison ->
                tools
                    .queue()
                    .result(lease, SpendImportJson.write(comparison.result(file.report())))
                    .then(Mono.defer(() -> afterComparison(rawInput, file, comparison))));
  }

  private Mono<Void> refuse(CheckedSpendFile file, @Nullable String channel) {
    SpendImportResult result = new SpendImportResult(file.report(), 0, List.of(), 0);
    Mono<Void> stored = tools.queue().result(lease, SpendImportJson.write(result));
    if (request.dryRun() && channel != null) {
      return stored.then(tools.queue().succeed(lease, progress.latest()));
    }
    return stored.then(
        file.report().isAcceptable()
            ? tools
                .queue()
                .fail(lease, "MISSING_VALUE", "The file does not tell its channel; give one.")
            : tools.queue().fail(lease, "INVALID_FILE", summary(file.report())));
  }

  private Mono<Void> afterComparison(
      RawInput rawInput, CheckedSpendFile file, StoredComparison comparison) {
    if (request.dryRun()) {
      return tools.queue().succeed(lease, progress.latest());
    }
    if (comparison.hasConflicts()) {
      SpendImportResult result = comparison.result(file.report());
      return tools
          .queue()
          .fail(
              lease,
              "CONFLICT",
              result.conflicts().getFirst().message() + more(result.conflictCount()));
    }
    return tools
        .sequence()
        .next()
        .map(sequence -> new PublishCheckpoint(sequence, 0))
        .flatMap(
            drawn ->
                tools
                    .queue()
                    .checkpoint(lease, SpendImportJson.write(drawn))
                    .then(Mono.defer(() -> publish(rawInput, file, drawn))));
  }

  private Mono<StoredComparison> compare(String channel, CheckedSpendFile file) {
    Period span = file.report().period();
    if (span == null) {
      return Mono.error(new IllegalStateException("an acceptable file has a period"));
    }
    return tools
        .targets()
        .slices(organization, channel, accountIds(file), span)
        .collectList()
        .map(stored -> new StoredComparison(tools.targets(), organization, request, file, stored))
        .flatMap(
            comparison ->
                slices(file).concatMap(comparison::compare, 1).then(Mono.just(comparison)));
  }

  private Mono<Void> publish(RawInput rawInput, CheckedSpendFile file, PublishCheckpoint from) {
    String channel = channel(file);
    if (channel == null || !file.report().isAcceptable()) {
      return Mono.error(
          new IllegalStateException("a file that was accepted reads differently now"));
    }
    return Mono.zip(
            tools
                .targets()
                .accounts(organization, channel, accountIds(file))
                .collectMap(account -> account.externalId()),
            tools.targets().timeZone(organization))
        .map(
            known ->
                new SliceAssembly(
                    organization,
                    lease.job().id(),
                    request,
                    channel,
                    file.report().level(),
                    from.sequence(),
                    tools.dictionaryVersion(),
                    known.getT1(),
                    known.getT2(),
                    usualGoal(file),
                    file.campaignIds(),
                    rawInput.createdAt()))
        .flatMap(
            assembly ->
                new Publishing(tools, lease, progress, from, file.report().slices())
                    .run(slices(file).map(assembly::slice)))
        .then(
            Mono.defer(
                () ->
                    new ImportedLabels(file.labels())
                        .write(tools.targets(), organization, channel)))
        .then(Mono.defer(() -> tools.queue().succeed(lease, progress.latest())));
  }

  /** All slices in their fixed order, one bucket in memory at a time. */
  private Flux<SpendSlice> slices(CheckedSpendFile file) {
    return Flux.range(0, file.buckets())
        .concatMap(
            bucket ->
                Mono.fromCallable(() -> file.slices(bucket))
                    .subscribeOn(scheduler)
                    .flatMapIterable(slices -> slices),
            0);
  }

  private @Nullable String channel(CheckedSpendFile file) {
    return request.channel() == null ? file.report().channel() : request.channel();
  }

  private static @Nullable ConversionKind usualGoal(CheckedSpendFile file) {
    String key = file.report().preset();
    return key == null ? null : Presets.ofKey(key).map(Preset::conversionGoal).orElse(null);
  }

  private static Set<String> accountIds(CheckedSpendFile file) {
    return file.places().stream().map(SlicePlace::accountId).collect(Collectors.toSet());
  }

  private static String summary(FileReport report) {
    FileProblem first = report.problems().getFirst();
    String place = first.line() == null ? "" : "Line " + first.line() + ": ";
    String column = first.column() == null ? "" : "column \"" + first.column() + "\" ";
    String value = first.value() == null ? "" : "holds \"" + first.value() + "\"; ";
    return place + column + value + "expected " + first.expected() + more(report.problemCount());
  }

  private static String more(long count) {
    return count == 1 ? "" : " (1 of " + count + "; the import's result tells the others)";
  }

  private static void close(CheckedSpendFile checked) {
    try {
      checked.close();
    } catch (IOException e) {
      throw new UncheckedIOException("temporary files of an import could not be removed", e);
    }
  }
}
