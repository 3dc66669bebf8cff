package io.outlay.ingestion.simulator.world;

import java.util.Arrays;

/** One number for every {@link Measure}. Not changed by its readers. */
public final class Figures {

  private static final int SIZE = Measure.values().length;

  private final long[] values;

  Figures() {
    this(new long[SIZE]);
  }

  private Figures(long[] values) {
    this.values = values;
  }

  /** Nothing at all. */
  public static Figures none() {
    return new Figures();
  }

  /** The number of {@code measure}, in the unit it is described in. */
  public long of(Measure measure) {
    return values[measure.ordinal()];
  }

  /** Whether the ad was neither shown nor charged nor credited with anything. */
  public boolean isNothing() {
    for (long value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** These and {@code other} together. */
  public Figures plus(Figures other) {
    long[] sum = values.clone();
    for (int i = 0; i < SIZE; i++) {
      sum[i] += other.values[i];
    }
    return new Figures(sum);
  }

  void add(Figures other) {
    for (int i = 0; i < SIZE; i++) {
      values[i] += other.values[i];
    }
  }

  void set(Measure measure, long value) {
    values[measure.ordinal()] = value;
  }

  /** How much of {@code value} lies below {@code mark} of {@code whole}, in whole numbers. */
  static long share(long value, long mark, long whole, long shift) {
    return (value * mark + shift) / whole;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures figures && Arrays.equals(values, figures.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Measure measure : Measure.values()) {
      text.append(measure).append('=').append(of(measure)).append(' ');
    }
    return text.toString().trim();
  }
}
