package io.outlay.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Services whose server is gone: still being stopped by their watcher, or left over because that
 * was killed as well.
 */
final class Orphans {

  private Orphans() {}

  /**
   * Ends the process with this id, provided it is a service of this folder and not a stranger who
   * got its number.
   */
  static void end(String pid, Path folder, String stopSignal, Duration patience)
      throws IOException, InterruptedException {
    Optional<ProcessHandle> orphan = find(pid, folder);
    if (orphan.isEmpty() || endsBy(stopSignal, orphan.get(), folder, patience)) {
      return;
    }
    if (!endsBy("KILL", orphan.get(), folder, patience)) {
      throw new EmbeddedServiceException(
          "Process %s from an earlier run still works in %s and does not end. End it, then start again."
              .formatted(pid, folder));
    }
  }

  private static Optional<ProcessHandle> find(String pid, Path folder) {
    return pid.matches("\\d{1,18}")
        ? ProcessHandle.of(Long.parseLong(pid)).filter(handle -> worksIn(handle, folder))
        : Optional.empty();
  }

  private static boolean worksIn(ProcessHandle handle, Path folder) {
    return handle.info().commandLine().filter(line -> line.contains(folder.toString())).isPresent();
  }

  private static boolean endsBy(String signal, ProcessHandle handle, Path folder, Duration patience)
      throws IOException, InterruptedException {
    String pid = Long.toString(handle.pid());
    // CONT after it, because a frozen process hears nothing. The exit code does not matter: it may
    // have ended meanwhile.
    String script = "kill -s \"$1\" \"$2\"; kill -s CONT \"$2\"";
    Commands.exitCode(folder, List.of("sh", "-c", script, "sh", signal, pid));
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new EmbeddedServiceException("cannot wait for process " + pid, e);
    }
  }
}
