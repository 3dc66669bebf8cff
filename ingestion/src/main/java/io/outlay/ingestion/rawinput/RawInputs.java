package io.outlay.ingestion.rawinput;

import com.github.luben.zstd.ZstdInputStream;
import io.outlay.domain.audit.LogContext;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.rawinput.RawInput;
import io.outlay.domain.rawinput.RawInputStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Keeps uploaded files, and brings them back. Hashing, compressing and files happen on the
 * scheduler given.
 */
public final class RawInputs {

  private static final Logger LOG = LoggerFactory.getLogger(RawInputs.class);

  private static final int LONGEST_NAME = 200;
  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}");

  private final RawInputStore store;
  private final RawInputSettings settings;
  private final Scheduler scheduler;

  /**
   * @param scheduler a bounded one that may block
   */
  public RawInputs(RawInputStore store, RawInputSettings settings, Scheduler scheduler) {
    this.store = store;
    this.settings = settings;
    this.scheduler = scheduler;
  }

  /** Keeps a file that the program made itself, as below. */
  public Mono<RawInput> store(
      OrganizationId organization, String fileName, Flux<ByteBuffer> bytes) {
    return store(organization, fileName, null, bytes);
  }

  /**
   * Keeps a file. The result means that all its bytes are committed. Each buffer is read before the
   * next is asked for, and free as soon as it has been handed down. An error or a cancel in between
   * leaves nothing behind.
   *
   * @param fileName for people; its first 200 characters are kept, control characters left out
   * @param uploader caller that sends it, as the audit log names it; null for the program itself
   * @return errors with {@link UploadTooLargeException} beyond the limit
   */
  public Mono<RawInput> store(
      OrganizationId organization,
      String fileName,
      @Nullable String uploader,
      Flux<ByteBuffer> bytes) {
    return store
        .begin(organization, printable(fileName), uploader, settings.retention())
        .flatMap(id -> fill(organization, id, bytes));
  }

  /** A kept file; empty when there is none of this id. */
  public Mono<RawInput> find(OrganizationId organization, long id) {
    return store.find(organization, id);
  }

  /** Writes the kept pieces to a file, still compressed: a series of zstd frames. */
  public Mono<Void> copyTo(RawInput rawInput, Path file) {
    return Mono.using(
            () -> Files.newOutputStream(file),
            out ->
                store
                    .chunks(rawInput)
                    .publishOn(scheduler, 1)
                    .doOnNext(piece -> write(out, piece))
                    .then(),
            RawInputs::close)
        .subscribeOn(scheduler);
  }

  /** Files that callers sent and that only finished jobs of the kind used, or none. */
  public Flux<RawInput> uploadsForNothingBut(OrganizationId organization, String jobKind) {
    return store.uploadsForNothingBut(organization, jobKind);
  }

  /** Removes a file before its time. */
  public Mono<Void> remove(RawInput rawInput) {
    return store.remove(rawInput.organization(), rawInput.id());
  }

  /**
   * A kept file's bytes in memory.
   *
   * @param most errors with BadRequest where it is larger
   */
  public Mono<byte[]> bytes(RawInput rawInput, int most) {
    return rawInput.byteCount() > most
        ? Mono.error(
            BadRequest.of("uploaded file", rawInput.byteCount() + " bytes", "at most " + most))
        : store
            .chunks(rawInput)
            .collectList()
            .publishOn(scheduler)
            .map(pieces -> unpacked(pieces, (int) rawInput.byteCount()));
  }

  private static byte[] unpacked(List<byte[]> pieces, int size) {
    InputStream packed =
        new SequenceInputStream(
            Collections.enumeration(pieces.stream().map(ByteArrayInputStream::new).toList()));
    try (InputStream whole = new ZstdInputStream(packed)) {
      return whole.readNBytes(size);
    } catch (IOException e) {
      throw Exceptions.propagate(e);
    }
  }

  /** Removes what has expired; tells how many files. */
  public Mono<Long> removeExpired() {
    return store.removeExpired();
  }

  private Mono<RawInput> fill(OrganizationId organization, long id, Flux<ByteBuffer> bytes) {
    return Mono.usingWhen(
        Mono.fromSupplier(() -> new UploadPieces(settings.mostBytes())),
        pieces -> write(organization, id, pieces, bytes).then(complete(organization, id, pieces)),
        pieces -> Mono.empty(),
        (pieces, error) -> store.remove(organization, id),
        pieces -> abandoned(organization, id));
  }

  private Mono<Void> write(
      OrganizationId organization, long id, UploadPieces pieces, Flux<ByteBuffer> bytes) {
    return bytes
        .publishOn(scheduler, 1)
        .concatMapIterable(pieces::add, 1)
        .concatWith(Flux.defer(() -> Flux.fromIterable(pieces.rest())))
        .concatMap(piece -> store.add(organization, id, piece.number(), piece.content()), 1)
        .then();
  }

  private Mono<RawInput> complete(OrganizationId organization, long id, UploadPieces pieces) {
    return Mono.defer(
        () ->
            store.complete(
                organization, id, pieces.byteCount(), pieces.sha256Digest(), pieces.pieces()));
  }

  private static String printable(String fileName) {
    String cut = fileName.substring(0, Math.min(LONGEST_NAME, fileName.length()));
    return CONTROL_CHARACTERS.matcher(cut).replaceAll("");
  }

  private Mono<Void> abandoned(OrganizationId organization, long id) {
    return Mono.deferContextual(
        context -> {
          LogContext.telling(
              context,
              () ->
                  LOG.info(
                      "upload {} of organization {} was broken off by its sender",
                      id,
                      organization));
          return store.remove(organization, id);
        });
  }

  private static void write(OutputStream out, byte[] piece) {
    try {
      out.write(piece);
    } catch (IOException e) {
      throw Exceptions.propagate(e);
    }
  }

  private static void close(OutputStream out) {
    try {
      out.close();
    } catch (IOException e) {
      throw Exceptions.propagate(e);
    }
  }
}
