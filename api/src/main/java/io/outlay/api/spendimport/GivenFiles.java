package io.outlay.api.spendimport;

import io.outlay.api.node.NodeType;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.rawinput.RawInput;
import io.outlay.ingestion.rawinput.RawInputs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds uploaded files, and keeps text given inline like an upload. */
@Component
public class GivenFiles {

  private static final int LONGEST_TEXT = 65_536;

  private final RawInputs rawInputs;

  GivenFiles(RawInputs rawInputs) {
    this.rawInputs = rawInputs;
  }

  /** The kept file; errors with {@link NotFound} where an upload is not there. */
  public Mono<RawInput> keep(Viewer viewer, FileContentInput content) {
    return content.text() == null
        ? find(viewer, String.valueOf(content.uploadId()))
        : store(viewer, content.text());
  }

  /**
   * The whole file in memory.
   *
   * @param most bytes at most; errors with BadRequest where it is larger
   */
  public Mono<byte[]> bytes(Viewer viewer, FileContentInput content, int most) {
    return content.text() == null
        ? find(viewer, String.valueOf(content.uploadId()))
            .flatMap(kept -> rawInputs.bytes(kept, most))
        : Mono.just(content.text().getBytes(StandardCharsets.UTF_8));
  }

  private Mono<RawInput> find(Viewer viewer, String uploadId) {
    return Mono.fromCallable(() -> NodeType.UPLOAD.number("content.uploadId", uploadId))
        .flatMap(number -> rawInputs.find(viewer.organization(), number))
        .filter(kept -> isWithinReach(viewer, kept))
        .switchIfEmpty(
            Mono.error(() -> new NotFound("There is no such upload, or it is no longer kept.")));
  }

  /** What a file holds is not known yet, so that a limited token sees none but its own. */
  private static boolean isWithinReach(Viewer viewer, RawInput kept) {
    return viewer.scope().isEverything() || viewer.actor().equals(kept.uploader());
  }

  private Mono<RawInput> store(Viewer viewer, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length > LONGEST_TEXT
        ? Mono.error(
            BadRequest.of(
                "content.text",
                bytes.length + " bytes",
                "at most " + LONGEST_TEXT + "; send a larger file to POST /imports"))
        : rawInputs.store(
            viewer.organization(),
            "inline text",
            viewer.actor(),
            Flux.just(ByteBuffer.wrap(bytes)));
  }
}
