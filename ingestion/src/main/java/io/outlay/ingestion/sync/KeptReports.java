package io.outlay.ingestion.sync;

import com.github.luben.zstd.Zstd;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.platform.PlatformConnection;
import io.outlay.domain.rawinput.RawInput;
import io.outlay.domain.rawinput.RawInputStore;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.ReportRequest;
import io.outlay.ingestion.rawinput.RawInputSettings;
import io.outlay.ingestion.rawinput.RawInputs;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Keeps platforms' answers, compressed, and brings them back. Should an answer repeat a secret of
 * its account, as links to a next page may, it is blotted out first.
 */
public final class KeptReports {

  private static final int LARGEST_PIECE = 1 << 20;

  private final RawInputStore store;
  private final RawInputs inputs;
  private final Scheduler scheduler;

  /**
   * @param scheduler a bounded one that may block
   */
  public KeptReports(RawInputStore store, RawInputSettings settings, Scheduler scheduler) {
    this.store = store;
    this.inputs = new RawInputs(store, settings, scheduler);
    this.scheduler = scheduler;
  }

  /** Keeps an answer; gives the id of what was kept. */
  Mono<Long> keep(PlatformConnection connection, ReportRequest request, RawFetch fetch) {
    return Mono.fromCallable(() -> bytes(connection, request, fetch))
        .subscribeOn(scheduler)
        .flatMap(
            bytes ->
                inputs.store(
                    connection.account().organization(),
                    name(connection, request),
                    Flux.just(ByteBuffer.wrap(bytes))))
        .map(RawInput::id);
  }

  /** A kept answer; empty when it is no longer kept. */
  Mono<KeptReport> find(OrganizationId organization, long id) {
    return inputs
        .find(organization, id)
        .flatMap(
            input ->
                store
                    .chunks(input)
                    .publishOn(scheduler, 1)
                    .collect(ByteArrayOutputStream::new, KeptReports::inflate)
                    .map(whole -> KeptReportCodec.read(whole.toByteArray())));
  }

  private static byte[] bytes(
      PlatformConnection connection, ReportRequest request, RawFetch fetch) {
    SecretBlot blot = new SecretBlot(connection.credential());
    List<RawPage> pages =
        fetch.pages().stream()
            .map(page -> new RawPage(page.part(), blot.over(page.body())))
            .toList();
    return KeptReportCodec.write(
        new KeptReport(
            request, new RawFetch(fetch.startedAt(), fetch.requests(), fetch.requestId(), pages)));
  }

  private static String name(PlatformConnection connection, ReportRequest request) {
    return "%s %s %s %s to %s"
        .formatted(
            connection.account().channel(),
            connection.account().externalId(),
            request.view(),
            request.days().from(),
            request.days().to());
  }

  private static void inflate(ByteArrayOutputStream whole, byte[] piece) {
    whole.writeBytes(Zstd.decompress(piece, LARGEST_PIECE));
  }
}
