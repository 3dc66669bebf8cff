package io.outlay.ingestion.spendimport;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
  private static final long BYTES_IN_MEMORY = 2L << 20;

  private static final int MOST_BUCKETS = 256;
  private static final int BUFFER = 16 << 10;

  /** Size of the row, number of its line, fingerprint. */
  private static final int HEAD_BYTES = Integer.BYTES + 2 * Long.BYTES;

  private final Path folder;
  private final List<OutputStream> buckets = new ArrayList<>();
  private final RowBytes head = new RowBytes();
  private final RowBytes row = new RowBytes();

  private Spill(Path folder) {
    this.folder = folder;
  }

  /** Opens temporary files in {@code folder}, which must exist, for a file of so many bytes. */
  static Spill into(Path folder, long fileBytes) throws IOException {
    Spill spill = new Spill(folder);
    long count = Math.clamp(fileBytes / BYTES_IN_MEMORY, 1, MOST_BUCKETS);
    try {
      for (int i = 0; i < count; i++) {
        spill.buckets.add(new BufferedOutputStream(Files.newOutputStream(spill.path(i)), BUFFER));
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

  void add(SpendRow understood) throws IOException {
    row.clear();
    RowCodec.write(understood, row);
    head.clear();
    head.writeInt(row.size());
    head.writeLong(understood.line());
    head.writeLong(understood.fingerprint());
    int bucket = Math.floorMod(understood.place().hashCode(), buckets.size());
    buckets.get(bucket).write(head.array(), 0, head.size());
    buckets.get(bucket).write(row.array(), 0, row.size());
  }

  /** Ends writing; afterwards the buckets can be read. */
  void seal() throws IOException {
    for (OutputStream bucket : buckets) {
      bucket.close();
    }
  }

  /** Hands over a bucket's rows in the order of their lines. */
  void read(int bucket, Consumer<SpendRow> rows) throws IOException {
    forEach(bucket, (line, fingerprint, in) -> rows.accept(RowCodec.read(line, fingerprint, in)));
  }

  /** Finds lines of a bucket that stand there twice; equal lines are always in one bucket. */
  void findIdentical(int bucket, IdenticalLines identical) throws IOException {
    Map<Long, Long> firstLines = new HashMap<>();
    forEach(
        bucket,
        (line, fingerprint, in) -> {
          Long first = firstLines.putIfAbsent(fingerprint, line);
          if (first != null) {
            identical.add(first, line);
          }
        });
  }

  private void forEach(int bucket, Visitor visitor) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path(bucket)), BUFFER)) {
      while (fill(head, HEAD_BYTES, in)) {
        if (!fill(row, head.readInt(), in)) {
          throw cutOff();
        }
        visitor.visit(head.readLong(), head.readLong(), row);
      }
    }
  }

  /** Fills the bytes; false where the file has ended before the first of them. */
  private static boolean fill(RowBytes bytes, int size, InputStream in) throws IOException {
    int read = in.readNBytes(bytes.toBeFilled(size), 0, size);
    if (read > 0 && read < size) {
      throw cutOff();
    }
    return read == size;
  }

  private static IOException cutOff() {
    return new IOException("a temporary file of an import is cut off");
  }

  /** Gets one row. */
  @FunctionalInterface
  private interface Visitor {
    void visit(long line, long fingerprint, RowBytes row) throws IOException;
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
