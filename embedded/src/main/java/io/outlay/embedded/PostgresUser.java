package io.outlay.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The user PostgreSQL runs as. It refuses to run as root, so root hands it over: to a user
 * namespace, where root's own files are seen as an ordinary user's; or, where the system forbids
 * those, to the user {@code nobody}, to whom the data folder is given.
 *
 * @param prefix words before each command
 * @param owner number of the user who must own the data, or -1 when that is right anyway
 */
record PostgresUser(List<String> prefix, int owner) {
  private static final int ROOT = 0;
  private static final int NOBODY = 65534;
  private static final int AS_IT_IS = -1;

  /** Finds the way that works for data in this folder, which exists. */
  static PostgresUser forFolder(Path folder) throws IOException, InterruptedException {
    if (uid(folder) != ROOT || !isRoot(folder)) {
      return new PostgresUser(List.of(), AS_IT_IS);
    }
    Path data = folder.resolve("data");
    boolean isGivenAway = Files.exists(data) && uid(data) != ROOT;
    if (!isGivenAway && works(folder, List.of("unshare", "-U"))) {
      return new PostgresUser(List.of("unshare", "-U"), AS_IT_IS);
    }
    int other = isGivenAway ? uid(data) : NOBODY;
    List<String> handOver =
        List.of("setpriv", "--reuid=" + other, "--regid=" + other, "--clear-groups");
    if (works(folder, handOver)) {
      return new PostgresUser(handOver, other);
    }
    throw new EmbeddedServiceException(
        ("PostgreSQL does not run as root, and from root there is no other user for it: this system"
             + " forbids user namespaces (unshare -U), and user %d cannot reach %s. Start Outlay as"
             + " an ordinary user, set outlay.home to a folder everybody can pass into, or set"
             + " spring.r2dbc.url to an external PostgreSQL.")
            .formatted(other, folder));
  }

  private static boolean works(Path folder, List<String> prefix)
      throws IOException, InterruptedException {
    List<String> probe = new ArrayList<>(prefix);
    probe.addAll(List.of("test", "-x", folder.toString()));
    return Commands.isInstalled(prefix.getFirst()) && Commands.exitCode(folder, probe) == 0;
  }

  private static boolean isRoot(Path folder) throws IOException {
    Path probe = Files.createTempFile(folder, "owner", "");
    try {
      return uid(probe) == ROOT;
    } finally {
      Files.delete(probe);
    }
  }

  private static int uid(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid");
  }

  /** The command as that user. */
  List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Gives a folder and all it holds to that user. */
  void own(Path folder) throws IOException, InterruptedException {
    if (owner != AS_IT_IS && uid(folder) != owner) {
      Commands.run(folder, List.of("chown", "-R", owner + ":" + owner, folder.toString()));
    }
  }
}
