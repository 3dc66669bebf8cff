package io.outlay.ingestion.platform.call;

import io.outlay.domain.platform.PlatformConnection;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A fetch under way: whose it is, and what it has cost so far. Safe for several threads. */
public final class OpenFetch {

  private final PlatformConnection connection;
  private final Instant startedAt;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile String requestId = "";

  /** A fetch that begins now. */
  public OpenFetch(PlatformConnection connection, Instant startedAt) {
    this.connection = connection;
    this.startedAt = startedAt;
  }

  /** The account that is asked for. */
  public PlatformConnection connection() {
    return connection;
  }

  /** When it began. */
  public Instant startedAt() {
    return startedAt;
  }

  /** The fetch with all it brought. */
  public RawFetch done(List<RawPage> pages) {
    return new RawFetch(startedAt, requests.get(), requestId, pages);
  }

  void asked() {
    requests.incrementAndGet();
  }

  void answered(String id) {
    requestId = id;
  }
}
