package io.outlay.api.graphql.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.domain.error.RateLimited;
import io.outlay.domain.organization.Viewer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Points each caller has left: a bucket per token that fills by the second. Kept in this process;
 * several processes allow as many times the rate.
 */
@Component
public final class PointsBudget {

  private static final int MOST_CALLERS = 100_000;

  private final int size;
  private final int perSecond;
  private final LongSupplier nanoTime;
  private final Cache<Object, PointsBucket> buckets;

  @Autowired
  PointsBudget(Limits limits) {
    this(limits, System::nanoTime);
  }

  PointsBudget(Limits limits, LongSupplier nanoTime) {
    this.size = limits.cost().bucket();
    this.perSecond = limits.cost().perSecond();
    this.nanoTime = nanoTime;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofSeconds(size / perSecond + 1L)) // full again by then
            .build();
  }

  /** Takes the points from the caller's bucket, or throws {@link RateLimited} and takes none. */
  public void spend(Viewer viewer, int points) {
    long wait = take(viewer, points);
    if (wait > 0) {
      throw new RateLimited(wait);
    }
  }

  /** Takes the points from the caller's bucket, or tells that they are not there and takes none. */
  public boolean canSpend(Viewer viewer, int points) {
    return take(viewer, points) == 0;
  }

  private long take(Viewer viewer, int points) {
    long now = nanoTime.getAsLong();
    PointsBucket bucket = buckets.get(keyOf(viewer), key -> new PointsBucket(size, perSecond, now));
    return bucket.take(points, now);
  }

  private static Object keyOf(Viewer viewer) {
    Long token = viewer.tokenId();
    return token != null ? token : new Subject(viewer.organization().value(), viewer.actor());
  }

  /** A caller without a token of Outlay's own. */
  private record Subject(long organization, String actor) {}
}
