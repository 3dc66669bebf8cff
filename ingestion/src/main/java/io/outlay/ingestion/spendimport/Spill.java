package io.outlay.ingestion.spendimport;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Rows of a file on their way through temporary files: all rows of one slice in the same one, each
 * small enough to be read into memory whole. So a file of any size is grouped in constant memory.
 * Not thread-safe.
 */
final class Spill implements Closeable {

  /** Bytes of input whose rows may be in memory at once. */
  private static final long BYTES_IN_MEMORY = 4L << 20;

  private static final int MOST_BUCKETS = 256;
  private static final int BUFFER = 16 << 10;

  private final Path folder;
  private final List<DataOutputStream> buckets = new ArrayList<>();
  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
  private final DataOutputStream encoder = new DataOutputStream(encoded);

  private Spill(Path folder) {
    this.folder = folder;
  }

  /** Opens temporary files in {@code folder}, which must exist, for a file of so many bytes. */
  static Spill into(Path folder, long fileBytes) throws IOException {
    Spill spill = new Spill(folder);
    long count = Math.clamp(fileBytes / BYTES_IN_MEMORY, 1, MOST_BUCKETS);
    try {
      for (int i = 0; i < count; i++) {
        spill.buckets.add(
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(spill.path(i)), BUFFER)));
      }
    } catch (IOException e) {
      spill.close();
      throw e;
    }
    return spill;
  }

  int buckets() {
    return buckets.size();
  }

  void add(SpendRow row) throws IOException {
    encoded.reset();
    RowCodec.write(row, encoder);
    DataOutputStream bucket = buckets.get(Math.floorMod(row.place().hashCode(), buckets.size()));
    bucket.writeInt(encoded.size());
    bucket.writeLong(row.line());
    bucket.writeLong(row.fingerprint());
    encoded.writeTo(bucket);
  }

  /** Ends writing; afterwards the buckets can be read. */
  void seal() throws IOException {
    for (DataOutputStream bucket : buckets) {
      bucket.close();
    }
  }

  /** Hands over a bucket's rows in the order of their lines. */
  void read(int bucket, Consumer<SpendRow> rows) throws IOException {
    forEach(
        bucket, (in, line, fingerprint, size) -> rows.accept(RowCodec.read(line, fingerprint, in)));
  }

  /** Finds lines of a bucket that stand there twice; equal lines are always in one bucket. */
  void findIdentical(int bucket, IdenticalLines identical) throws IOException {
    Map<Long, Long> firstLines = new HashMap<>();
    forEach(
        bucket,
        (in, line, fingerprint, size) -> {
          in.skipNBytes(size);
          Long first = firstLines.putIfAbsent(fingerprint, line);
          if (first != null) {
            identical.add(first, line);
          }
        });
  }

  private void forEach(int bucket, Visitor visitor) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path(bucket)), BUFFER))) {
      while (true) {
        in.mark(1);
        if (in.read() < 0) {
          return;
        }
        in.reset();
        int size = in.readInt();
        visitor.visit(in, in.readLong(), in.readLong(), size);
      }
    } catch (EOFException e) {
      throw new IOException("a temporary file of an import is cut off", e);
    }
  }

  /** Reads the rest of one row, {@code size} bytes. */
  @FunctionalInterface
  private interface Visitor {
    void visit(DataInputStream in, long line, long fingerprint, int size) throws IOException;
  }

  @Override
  public void close() throws IOException {
    seal();
    for (int i = 0; i < buckets.size(); i++) {
      Files.deleteIfExists(path(i));
    }
  }

  private Path path(int bucket) {
    return folder.resolve("bucket-" + bucket);
  }
}
