package io.outlay.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Folders that are whole or not there, whoever else makes them at the same time and whenever the
 * process is killed.
 */
final class Unpacked {

  private Unpacked() {}

  /** Gives the folder, filling it first when it does not exist. */
  static Path once(Path folder, Filling filling) throws IOException {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Path draft =
        Files.createTempDirectory(
            folder.toAbsolutePath().getParent(), folder.getFileName() + ".draft-");
    Files.setPosixFilePermissions(
        draft, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    filling.fill(draft);
    try {
      Files.move(draft, folder);
    } catch (FileAlreadyExistsException e) {
      FileTrees.delete(draft); // somebody was faster
    } catch (FileSystemException e) {
      FileTrees.delete(draft);
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
    return folder;
  }

  /** Puts the files into the folder it is given. */
  interface Filling {
    void fill(Path folder) throws IOException;
  }
}
