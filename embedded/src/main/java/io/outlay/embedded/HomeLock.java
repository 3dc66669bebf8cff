package io.outlay.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a home folder to one process. The operating system gives the lock back when that process
 * ends, however it ends.
 *
 * <p>Homes held by this very process are remembered apart: opening and closing a lock file once
 * more would give up the lock held on it (that is how POSIX locks work). For the same reason the
 * holder's process id has a file of its own.
 */
final class HomeLock implements AutoCloseable {
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path home;
  private final FileChannel channel;

  private HomeLock(Path home, FileChannel channel) {
    this.home = home;
    this.channel = channel;
  }

  /**
   * Takes the lock at once or not at all.
   *
   * @param home an existing folder
   * @throws HomeInUseException when this or another process holds it
   */
  static HomeLock take(Path home) throws IOException {
    Path real = home.toRealPath();
    if (!HELD_HERE.add(real)) {
      throw new HomeInUseException(home, holder(home));
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new HomeInUseException(home, holder(home));
      }
      Files.writeString(holderFile(home), Long.toString(ProcessHandle.current().pid()));
      return new HomeLock(real, channel);
    } catch (IOException | RuntimeException e) {
      giveUp(real, channel);
      throw e;
    }
  }

  private static void giveUp(Path real, @Nullable FileChannel channel) throws IOException {
    HELD_HERE.remove(real);
    if (channel != null) {
      channel.close();
    }
  }

  private static String holder(Path home) throws IOException {
    Path file = holderFile(home);
    return Files.exists(file) ? Files.readString(file).strip() : "unknown";
  }

  private static Path holderFile(Path home) {
    return home.resolve("server.pid");
  }

  @Override
  public void close() throws IOException {
    giveUp(home, channel);
  }
}
