package io.outlay.ingestion.userevent;

import io.outlay.domain.rawinput.RawInput;
import io.outlay.domain.user.ErasedUser;
import io.outlay.domain.user.UserEraser;
import io.outlay.ingestion.rawinput.RawInputs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Removes uploaded files that hold an id of a user: those that were checked or refused and not
 * stored, and those that nobody has imported yet. A file that is being imported goes when that has
 * ended. One file is searched at a time, in a few kilobytes of memory.
 */
public final class EventFileEraser implements UserEraser {

  private static final int PIECE = 64 * 1024;
  private static final int LONGEST_ID_BYTES = 4 * EventReader.LONGEST_ID;

  private final RawInputs rawInputs;
  private final Scheduler scheduler;

  /**
   * @param scheduler a bounded one that may block
   */
  public EventFileEraser(RawInputs rawInputs, Scheduler scheduler) {
    this.rawInputs = rawInputs;
    this.scheduler = scheduler;
  }

  @Override
  public String store() {
    return "uploaded files";
  }

  @Override
  public Mono<Long> erase(ErasedUser user) {
    return rawInputs
        .uploadsForNothingBut(user.organization(), EventsImports.KIND)
        .collectList()
        .flatMapIterable(files -> files)
        .filterWhen(file -> holds(file, user.externalIds()), 1)
        .concatMap(file -> rawInputs.remove(file).thenReturn(1L), 1)
        .reduce(0L, Long::sum);
  }

  private Mono<Boolean> holds(RawInput kept, Collection<String> ids) {
    return Mono.usingWhen(
        Mono.fromCallable(() -> Files.createTempFile("outlay-erase", ".zst"))
            .subscribeOn(scheduler),
        copy ->
            rawInputs
                .copyTo(kept, copy)
                .then(Mono.fromCallable(() -> search(copy, ids)).subscribeOn(scheduler)),
        copy -> Mono.fromCallable(() -> Files.deleteIfExists(copy)).subscribeOn(scheduler));
  }

  private static boolean search(Path copy, Collection<String> ids) throws IOException {
    List<String> wanted = ids.stream().map(EventFileEraser::asBytes).toList();
    try (InputStream in = EventFile.open(copy)) {
      String rest = "";
      for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
        String text = rest + new String(piece, StandardCharsets.ISO_8859_1);
        if (wanted.stream().anyMatch(id -> stands(text, id))) {
          return true;
        }
        rest = text.substring(Math.max(0, text.length() - LONGEST_ID_BYTES - 2));
      }
      return false;
    }
  }

  /** One character for each byte, so that a piece may end within a character. */
  private static String asBytes(String id) {
    return new String(id.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Whether the id stands there by itself, and not as a part of a longer one. */
  private static boolean stands(String text, String id) {
    for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
      boolean begins = at == 0 || isBorder(text.charAt(at - 1));
      boolean ends = at + id.length() == text.length() || isBorder(text.charAt(at + id.length()));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBorder(char character) {
    return !(character >= '0' && character <= '9')
        && !(character >= 'a' && character <= 'z')
        && !(character >= 'A' && character <= 'Z')
        && character != '_'
        && character != '-';
  }
}
