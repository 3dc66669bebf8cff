package io.outlay.ingestion.rawinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStream;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.rawinput.RawInput;
import io.outlay.domain.rawinput.postgres.PostgresRawInputs;
import io.outlay.domain.test.MigratedDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** What is acknowledged is kept byte by byte, and what is not leaves nothing behind. */
class RawInputsIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long MOST = 5_000_000;

  private static MigratedDatabase database;
  private static OrganizationId organization;
  private static OrganizationId other;
  private static RawInputs rawInputs;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    database = MigratedDatabase.create();
    organization = database.addOrganization("keeper");
    other = database.addOrganization("other");
    rawInputs =
        new RawInputs(
            new PostgresRawInputs(database.database()),
            new RawInputSettings(MOST, Duration.ofDays(1)),
            Schedulers.boundedElastic());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void filesComeBackByteByByte() throws IOException, NoSuchAlgorithmException {
    byte[] file = bytes(3_456_789);

    RawInput kept = store(buffers(file, 10_007));
    rawInputs.copyTo(kept, folder.resolve("copy")).block(PATIENCE);

    assertThat(kept.byteCount()).isEqualTo(file.length);
    assertThat(kept.chunkCount()).isEqualTo(4);
    assertThat(kept.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
    try (ZstdInputStream copy = new ZstdInputStream(Files.newInputStream(folder.resolve("copy")))) {
      assertThat(copy.readAllBytes()).isEqualTo(file);
    }
  }

  @Test
  void emptyFilesAreKeptToo() throws IOException {
    RawInput kept = store(Flux.empty());
    rawInputs.copyTo(kept, folder.resolve("copy")).block(PATIENCE);

    assertThat(kept.byteCount()).isZero();
    assertThat(Files.size(folder.resolve("copy"))).isZero();
  }

  @Test
  void foreignFilesAreNotFound() {
    RawInput kept = store(buffers(bytes(10), 10));

    assertThat(rawInputs.find(other, kept.id()).blockOptional(PATIENCE)).isEmpty();
    assertThat(rawInputs.find(organization, kept.id()).blockOptional(PATIENCE)).contains(kept);
  }

  @Test
  void tooLargeFilesLeaveNothing() {
    long before = uploads();

    assertThatThrownBy(() -> store(buffers(bytes((int) MOST + 1), 1 << 16)))
        .isInstanceOf(UploadTooLargeException.class);

    assertThat(uploads()).isEqualTo(before);
  }

  @Test
  void brokenOffUploadsLeaveNothing() {
    long before = uploads();
    Sinks.Many<ByteBuffer> sender = Sinks.many().unicast().onBackpressureBuffer();

    Disposable upload = rawInputs.store(organization, "half.csv", sender.asFlux()).subscribe();
    sender.tryEmitNext(ByteBuffer.wrap(bytes(2_500_000)));
    awaitUploads(before + 1);
    upload.dispose();

    awaitUploads(before);
    assertThat(
            count(
                "SELECT count(*) FROM raw_input_chunk c WHERE NOT EXISTS (SELECT FROM raw_input r"
                    + " WHERE r.raw_input_id = c.raw_input_id)"))
        .isZero();
  }

  @Test
  void expiredFilesAreRemoved() {
    RawInput kept = store(buffers(bytes(10), 10));
    database
        .database()
        .inOrganization(organization)
        .update(
            "UPDATE raw_input SET expires_at = now() - interval '1 second' WHERE raw_input_id = $1",
            List.of(kept.id()))
        .block(PATIENCE);

    assertThat(rawInputs.removeExpired().block(PATIENCE)).isEqualTo(1);
    assertThat(rawInputs.find(organization, kept.id()).blockOptional(PATIENCE)).isEmpty();
  }

  private static RawInput store(Flux<ByteBuffer> bytes) {
    return Objects.requireNonNull(rawInputs.store(organization, "file.csv", bytes).block(PATIENCE));
  }

  private static void awaitUploads(long count) {
    Flux.interval(Duration.ofMillis(20))
        .publishOn(Schedulers.boundedElastic())
        .onBackpressureDrop()
        .filter(tick -> uploads() == count)
        .blockFirst(PATIENCE);
  }

  private static long uploads() {
    return count("SELECT count(*) FROM raw_input");
  }

  private static long count(String sql) {
    return Objects.requireNonNull(
        database
            .database()
            .inOrganization(organization)
            .one(sql, List.of(), row -> Objects.requireNonNull(row.get(0, Long.class)))
            .block(PATIENCE));
  }

  private static Flux<ByteBuffer> buffers(byte[] file, int size) {
    int count = (file.length + size - 1) / size;
    return Flux.range(0, count)
        .map(
            i ->
                ByteBuffer.wrap(
                    Arrays.copyOfRange(file, i * size, Math.min(file.length, (i + 1) * size))));
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
