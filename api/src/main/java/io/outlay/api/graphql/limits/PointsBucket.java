package io.outlay.api.graphql.limits;

import java.util.concurrent.TimeUnit;

/** Points of one caller; filled by the second up to its size. Thread-safe. */
final class PointsBucket {

  private final int size;
  private final double perNano;
  private double points;
  private long filledAt;

  PointsBucket(int size, int perSecond, long now) {
    this.size = size;
    this.perNano = perSecond / (double) TimeUnit.SECONDS.toNanos(1);
    this.points = size;
    this.filledAt = now;
  }

  /**
   * Takes points. An operation that costs more than the bucket holds is let through when it is
   * full: else it could never run.
   *
   * @return 0 when taken, else whole seconds after which there will be enough
   */
  synchronized long take(int wanted, long now) {
    points = Math.min(size, points + (now - filledAt) * perNano);
    filledAt = now;
    double missing = Math.min(wanted, size) - points;
    if (missing <= 0) {
      points -= wanted;
      return 0;
    }
    return Math.max(1, (long) Math.ceil(missing / perNano / TimeUnit.SECONDS.toNanos(1)));
  }
}
