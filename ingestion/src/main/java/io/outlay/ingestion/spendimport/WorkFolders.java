package io.outlay.ingestion.spendimport;

import io.outlay.domain.job.JobLease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Temporary folders of imports of files. What a killed process left behind goes when the job or a
 * worker starts again. Blocking.
 */
public final class WorkFolders {

  private static final String PREFIX = "outlay-import-";
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path root;

  /** Folders below the given one. */
  public WorkFolders(Path root) {
    this.root = root;
  }

  /** A fresh folder for a lease; what former leases of the job left is removed. */
  public Path create(JobLease lease) {
    String job = PREFIX + lease.job().organization() + "-" + lease.job().id() + "-";
    try {
      Files.createDirectories(root);
      for (Path left : folders(job)) {
        delete(left);
      }
      return Files.createDirectory(root.resolve(job + lease.number()));
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder could be made", e);
    }
  }

  /** Removes folders nobody has used for a day. */
  public void removeAbandoned() {
    try {
      for (Path folder : folders(PREFIX)) {
        if (Files.getLastModifiedTime(folder)
            .toInstant()
            .isBefore(Instant.now().minus(ABANDONED))) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("abandoned temporary folders could not be removed", e);
    }
  }

  /** Removes a folder with all in it. */
  public static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException error)
                throws IOException {
              Files.deleteIfExists(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary folder could not be removed", e);
    }
  }

  private List<Path> folders(String prefix) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix)).toList();
    }
  }
}
