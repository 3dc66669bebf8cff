package io.outlay.domain.rawinput;

import io.outlay.domain.organization.OrganizationId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps files in pieces. A file is seen by nobody until it is complete. */
public interface RawInputStore {

  /**
   * Begins a file; gives its id.
   *
   * @param uploader caller that sends it; null for the program's own
   */
  Mono<Long> begin(
      OrganizationId organization, String fileName, @Nullable String uploader, Duration retention);

  /** Stores one piece for good; pieces count from 0. */
  Mono<Void> add(OrganizationId organization, long id, int chunk, byte[] content);

  /** Ends a file, which from now on is seen. */
  Mono<RawInput> complete(
      OrganizationId organization, long id, long byteCount, byte[] sha256, int chunkCount);

  /** Removes a file, complete or not; completes also when there is none. */
  Mono<Void> remove(OrganizationId organization, long id);

  /** A complete file; empty when there is none of this id. */
  Mono<RawInput> find(OrganizationId organization, long id);

  /** The pieces of a file in order, fetched one at a time as they are asked for. */
  Flux<byte[]> chunks(RawInput rawInput);

  /**
   * Complete files that callers sent and that no job of another kind, and no unfinished one, uses.
   *
   * @param jobKind kind of jobs whose finished ones do not matter
   */
  Flux<RawInput> uploadsForNothingBut(OrganizationId organization, String jobKind);

  /**
   * Removes what has expired, and uploads that began more than a day ago and never ended; tells how
   * many files.
   */
  Mono<Long> removeExpired();
}
