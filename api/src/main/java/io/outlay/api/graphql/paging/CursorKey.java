package io.outlay.api.graphql.paging;

import io.outlay.api.operation.SecretFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The secret that cursors are signed with: given by a setting, or made once and kept in a file. */
final class CursorKey {

  private CursorKey() {}

  /**
   * The key's bytes.
   *
   * @param setting base64 of at least 32 bytes; null or blank to use the file
   * @param file made on first use, readable by its owner only, so that cursors outlive a restart
   */
  static byte[] load(@Nullable String setting, Path file) {
    return SecretFile.key(setting, "outlay.secrets.cursor-key", file);
  }
}
