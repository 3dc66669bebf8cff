package io.outlay.domain.useractivity;

import io.outlay.domain.useractivity.Activity.Told;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An activity as bytes: numbers in as few bytes as they need, days one after the other with the
 * measures they have. Some hundred bytes for a user who comes now and then.
 */
public final class ActivityCodec {

  private static final int FORMAT = 1;
  private static final int MEASURES = Measure.values().length;

  private ActivityCodec() {}

  /** The activity as bytes; equal activities give equal bytes. */
  public static byte[] encode(Activity activity) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      writeCounts(out, totals(activity));
      for (Moment moment : Moment.values()) {
        writeTime(out, activity.moment(moment));
      }
      for (Attribute attribute : Attribute.values()) {
        Told told = activity.told(attribute);
        writeTime(out, told == null ? null : told.at());
        if (told != null) {
          out.writeUTF(told.value());
        }
      }
      write(out, activity.highestLevel());
      writeDays(out, activity.days());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  /**
   * The activity that was encoded.
   *
   * @throws IllegalStateException when the bytes come from a newer Outlay or are cut off
   */
  public static Activity decode(byte[] encoded) {
    try {
      return decode(new EncodedActivity(encoded));
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalStateException("activity is cut off", e);
    }
  }

  private static Activity decode(EncodedActivity in) {
    int format = in.single();
    if (format != FORMAT) {
      throw new IllegalStateException("activity has format " + format + ", not " + FORMAT);
    }
    long[] totals = readCounts(in);
    @Nullable Instant[] moments = new @Nullable Instant[Moment.values().length];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = readTime(in);
    }
    @Nullable Told[] attributes = new @Nullable Told[Attribute.values().length];
    for (int i = 0; i < attributes.length; i++) {
      Instant at = readTime(in);
      attributes[i] = at == null ? null : new Told(at, in.text());
    }
    int highestLevel = (int) in.number();
    return new Activity(readDays(in), totals, moments, attributes, highestLevel);
  }

  private static long[] totals(Activity activity) {
    Measure[] measures = Measure.values();
    long[] totals = new long[measures.length];
    for (int i = 0; i < totals.length; i++) {
      totals[i] = activity.total(measures[i]);
    }
    return totals;
  }

  private static void writeDays(DataOutputStream out, DayCounts days) throws IOException {
    write(out, days.days().size());
    int previous = 0;
    for (Map.Entry<Integer, long[]> day : days.days().entrySet()) {
      write(out, day.getKey() - previous);
      writeCounts(out, day.getValue());
      previous = day.getKey();
    }
  }

  private static DayCounts readDays(EncodedActivity in) {
    DayCounts days = DayCounts.none();
    int size = (int) in.number();
    int day = 0;
    for (int i = 0; i < size; i++) {
      day += (int) in.number();
      days.days().put(day, readCounts(in));
    }
    return days;
  }

  /** A bit for each measure that is there, then those. */
  private static void writeCounts(DataOutputStream out, long[] counts) throws IOException {
    long present = 0;
    for (int i = 0; i < counts.length; i++) {
      present |= counts[i] == 0 ? 0 : 1L << i;
    }
    write(out, present);
    for (long count : counts) {
      if (count != 0) {
        write(out, count);
      }
    }
  }

  private static long[] readCounts(EncodedActivity in) {
    long[] counts = new long[MEASURES];
    long present = in.number();
    while (present != 0) {
      counts[Long.numberOfTrailingZeros(present)] = in.number();
      present &= present - 1;
    }
    return counts;
  }

  /** Microseconds, as PostgreSQL keeps them; 0 for none. */
  private static void writeTime(DataOutputStream out, @Nullable Instant time) throws IOException {
    write(out, time == null ? 0 : time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
  }

  private static @Nullable Instant readTime(EncodedActivity in) {
    long micros = in.number();
    return micros == 0
        ? null
        : Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
  }

  private static void write(DataOutputStream out, long value) throws IOException {
    long rest = (value << 1) ^ (value >> 63); // small numbers of either sign become small ones
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }
}
