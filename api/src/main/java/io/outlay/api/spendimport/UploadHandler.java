package io.outlay.api.spendimport;

import io.outlay.api.file.SignedIn;
import io.outlay.api.node.NodeType;
import io.outlay.domain.audit.LogContext;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.error.Forbidden;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.rawinput.RawInput;
import io.outlay.ingestion.rawinput.RawInputs;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes a file's bytes as the body of {@code POST /imports}, without holding more than a buffer.
 */
@Component
class UploadHandler {

  private static final String FILE_NAME = "fileName";
  private static final int LONGEST_NAME = 255;

  private final RawInputs rawInputs;

  UploadHandler(RawInputs rawInputs) {
    this.rawInputs = rawInputs;
  }

  /** Keeps the body; the answer means that all of it is stored for good. */
  Mono<Upload> keep(ServerWebExchange exchange) {
    return SignedIn.viewer(exchange)
        .doOnNext(UploadHandler::requireManager)
        .flatMap(viewer -> store(viewer, exchange.getRequest()))
        .map(Upload::of);
  }

  private Mono<RawInput> store(Viewer viewer, ServerHttpRequest request) {
    @Nullable String name = request.getQueryParams().getFirst(FILE_NAME);
    if (name != null
        && (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0)) {
      throw BadRequest.of(FILE_NAME, name, "1 to 255 characters");
    }
    Flux<ByteBuffer> bytes = request.getBody().map(UploadHandler::copied);
    return rawInputs
        .store(viewer.organization(), name == null ? "upload" : name, viewer.actor(), bytes)
        .contextWrite(context -> LogContext.in(context, viewer.organization()));
  }

  private static ByteBuffer copied(DataBuffer buffer) {
    ByteBuffer copy = ByteBuffer.allocate(buffer.readableByteCount());
    buffer.toByteBuffer(copy);
    DataBufferUtils.release(buffer);
    return copy;
  }

  private static void requireManager(Viewer viewer) {
    if (viewer.role() != Role.ADMIN && viewer.role() != Role.MANAGER) {
      throw new Forbidden("Only admins and managers may upload files.");
    }
  }

  /**
   * A kept file.
   *
   * @param uploadId to be given to {@code spendImport}
   * @param bytes size as received
   * @param sha256 64 hexadecimal digits
   */
  record Upload(String uploadId, long bytes, String sha256) {

    static Upload of(RawInput kept) {
      return new Upload(NodeType.UPLOAD.id(kept.id()), kept.byteCount(), kept.sha256());
    }
  }
}
