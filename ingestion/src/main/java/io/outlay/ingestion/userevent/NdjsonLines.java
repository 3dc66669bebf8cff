package io.outlay.ingestion.userevent;

import io.outlay.domain.error.BadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; blank lines are passed over. */
final class NdjsonLines implements EventFile.Lines {

  private static final int LONGEST = 1 << 18;

  private final InputStream in;
  private byte[] line = new byte[1024];
  private long number;
  private EventFile.@Nullable Line next;

  NdjsonLines(InputStream in) {
    this.in = in;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null) {
        int length = readLine();
        if (length < 0) {
          return false;
        }
        next = isBlank(length) ? null : event(length);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("the file of events cannot be read", e);
    }
  }

  @Override
  public EventFile.Line next() {
    EventFile.Line found = hasNext() ? next : null;
    if (found == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return found;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private EventFile.Line event(int length) {
    try {
      if (length > LONGEST) {
        throw BadRequest.of("event", "a longer line", "at most " + LONGEST + " bytes a line");
      }
      return new EventFile.Line(number, EventJson.read(line, 0, length), null);
    } catch (BadRequest unreadable) {
      return new EventFile.Line(number, null, unreadable);
    }
  }

  /** Bytes of the next line, of which no more than the longest and one are kept; -1 at the end. */
  private int readLine() throws IOException {
    int length = 0;
    int read = in.read();
    if (read < 0) {
      return -1;
    }
    number++;
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (length == line.length) {
        line = Arrays.copyOf(line, Math.min(LONGEST + 1, line.length * 2));
      }
      if (length <= LONGEST) {
        line[length++] = (byte) read;
      }
    }
    return length;
  }

  private boolean isBlank(int length) {
    for (int i = 0; i < length; i++) {
      if (line[i] > ' ' || line[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
