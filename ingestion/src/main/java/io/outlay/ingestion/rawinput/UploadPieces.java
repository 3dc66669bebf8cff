package io.outlay.ingestion.rawinput;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts one upload into compressed pieces while it arrives, and counts and hashes it. Holds at most
 * one piece. Not thread-safe; one for each upload.
 */
final class UploadPieces {

  /** Bytes of the file in each piece but the last. */
  static final int PIECE = 1 << 20;

  private static final int COMPRESSION = 3;

  private final long mostBytes;
  private final MessageDigest digest = sha256();
  private final byte[] piece = new byte[PIECE];
  private int filled;
  private long byteCount;
  private int pieces;

  UploadPieces(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * Takes bytes over, whose buffer is free again afterwards, and gives the pieces they complete.
   */
  List<Piece> add(ByteBuffer bytes) {
    byteCount += bytes.remaining();
    if (byteCount > mostBytes) {
      throw new UploadTooLargeException(mostBytes);
    }
    digest.update(bytes.duplicate());
    List<Piece> complete = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int taken = Math.min(bytes.remaining(), PIECE - filled);
      bytes.get(piece, filled, taken);
      filled += taken;
      if (filled == PIECE) {
        complete.add(cut());
      }
    }
    return complete;
  }

  /** The last piece, unless everything is out already. */
  List<Piece> rest() {
    return filled == 0 ? List.of() : List.of(cut());
  }

  long byteCount() {
    return byteCount;
  }

  int pieces() {
    return pieces;
  }

  /** Hash of everything; ends the hashing. */
  byte[] sha256Digest() {
    return digest.digest();
  }

  private Piece cut() {
    byte[] content = Zstd.compress(Arrays.copyOf(piece, filled), COMPRESSION);
    filled = 0;
    return new Piece(pieces++, content);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** One compressed piece; pieces count from 0. */
  static final class Piece {
    private final int number;
    private final byte[] content;

    private Piece(int number, byte[] content) {
      this.number = number;
      this.content = content;
    }

    int number() {
      return number;
    }

    byte[] content() {
      return content;
    }
  }
}
