package io.outlay.ingestion.reconciliation;

/**
 * What an account or one of its campaigns did in a month. Money, conversions and counts by kind are
 * in millionths, as Outlay keeps them.
 *
 * @param registrations pre-registrations and sign-ups
 */
record Sums(
    long impressions,
    long clicks,
    long spendMicros,
    long conversionMicros,
    long valueMicros,
    long installs,
    long registrations,
    long purchases) {

  static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0);

  Sums plus(Sums other) {
    return new Sums(
        impressions + other.impressions,
        clicks + other.clicks,
        spendMicros + other.spendMicros,
        conversionMicros + other.conversionMicros,
        valueMicros + other.valueMicros,
        installs + other.installs,
        registrations + other.registrations,
        purchases + other.purchases);
  }

  /** By more than a comparison of totals lets pass: any spend, or a thousandth of the rest. */
  boolean differsFrom(Sums other) {
    return spendMicros != other.spendMicros
        || isFar(impressions, other.impressions)
        || isFar(clicks, other.clicks)
        || isFar(conversionMicros, other.conversionMicros)
        || isFar(valueMicros, other.valueMicros)
        || isFar(installs, other.installs)
        || isFar(registrations, other.registrations)
        || isFar(purchases, other.purchases);
  }

  private static boolean isFar(long one, long other) {
    return Math.abs(one - other) * 1000 > Math.max(one, other);
  }
}
