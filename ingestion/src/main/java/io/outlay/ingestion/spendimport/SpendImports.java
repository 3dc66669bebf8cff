package io.outlay.ingestion.spendimport;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.Jobs;
import io.outlay.domain.money.Currencies;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.outlay.ingestion.rawinput.RawInputs;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks for imports of kept files, and tells what came of them. */
public final class SpendImports {

  /** Kind of the jobs that import spend. */
  public static final String KIND = "SPEND_IMPORT";

  private static final Pattern DATASET = Pattern.compile("[a-z0-9._-]{1,64}");
  private static final Pattern CHANNEL = Pattern.compile("[A-Z][A-Z0-9_]{1,31}");
  private static final int LONGEST_ID = 128;

  private final Jobs jobs;
  private final RawInputs rawInputs;

  /** Uses the given jobs and kept files. */
  public SpendImports(Jobs jobs, RawInputs rawInputs) {
    this.jobs = jobs;
    this.rawInputs = rawInputs;
  }

  /**
   * Stores the import as a job; some process does it. Errors with {@link BadRequest} for values
   * that cannot be right and with {@link NotFound} when the file is not kept.
   *
   * @param actor who asks, for people
   * @param scope how far the asker may look; a file about other accounts is refused
   * @param audit what to write down with the job
   */
  public Mono<Job> submit(
      OrganizationId organization,
      String actor,
      Scope scope,
      SpendImportRequest request,
      Audit<Job> audit) {
    return Mono.fromRunnable(() -> check(request))
        .then(rawInputs.find(organization, request.rawInputId()))
        .switchIfEmpty(Mono.error(() -> new NotFound("No such upload, or it is no longer kept.")))
        .flatMap(
            file ->
                jobs.submit(
                    organization, KIND, SpendImportJson.write(request), actor, scope, audit));
  }

  /** What was asked of a job of kind {@link #KIND}. */
  public static SpendImportRequest request(Job job) {
    return SpendImportJson.read(job.request(), SpendImportRequest.class);
  }

  /** What a job of kind {@link #KIND} found; empty until its first pass has ended. */
  public static Optional<SpendImportResult> result(Job job) {
    return Optional.ofNullable(SpendImportJson.readOrNull(job.result(), SpendImportResult.class));
  }

  private static void check(SpendImportRequest request) {
    SpendFileSettings file = request.file();
    if (!DATASET.matcher(request.dataset()).matches() || request.dataset().equals("api")) {
      throw BadRequest.of(
          "dataset", request.dataset(), "1 to 64 characters of a-z 0-9 . _ -, and not \"api\"");
    }
    if (request.channel() != null && !CHANNEL.matcher(request.channel()).matches()) {
      throw BadRequest.of(
          "channel", request.channel(), "2 to 32 capital letters, digits and _, a letter first");
    }
    if (file.preset() != null && Presets.ofKey(file.preset()).isEmpty()) {
      throw BadRequest.of(
          "preset", file.preset(), "one of " + Presets.all().stream().map(Preset::key).toList());
    }
    if (file.currencyCode() != null) {
      Currencies.require("currencyCode", file.currencyCode());
    }
    if (file.valuePerConversion() != null) {
      Currencies.require(
          "valuePerConversion.currencyCode", file.valuePerConversion().currencyCode());
    }
    checkAccount(file.accountId());
    checkTimeZone(request.timeZone());
  }

  private static void checkAccount(@Nullable String accountId) {
    if (accountId != null && (accountId.isBlank() || accountId.length() > LONGEST_ID)) {
      throw BadRequest.of("account.externalId", accountId, "1 to 128 characters");
    }
  }

  private static void checkTimeZone(@Nullable String timeZone) {
    try {
      if (timeZone != null) {
        ZoneId.of(timeZone);
      }
    } catch (DateTimeException e) {
      throw BadRequest.of("timeZone", timeZone, "an IANA time zone such as Asia/Seoul");
    }
  }
}
