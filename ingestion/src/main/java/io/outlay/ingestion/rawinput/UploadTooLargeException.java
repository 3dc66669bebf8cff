package io.outlay.ingestion.rawinput;

/** An upload is larger than allowed; nothing of it is kept. */
public final class UploadTooLargeException extends RuntimeException {

  private final long mostBytes;

  UploadTooLargeException(long mostBytes) {
    super("A file may have at most " + mostBytes + " bytes.", null, false, false);
    this.mostBytes = mostBytes;
  }

  /** Bytes allowed. */
  public long mostBytes() {
    return mostBytes;
  }
}
