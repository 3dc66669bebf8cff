package io.outlay.domain.rawinput.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.rawinput.RawInput;
import io.outlay.domain.rawinput.RawInputStore;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Uploaded files in tables {@code raw_input} and {@code raw_input_chunk}. */
public final class PostgresRawInputs implements RawInputStore {

  private static final String COLUMNS =
      "raw_input_id, file_name, uploader, byte_count, sha256, chunk_count, created_at, expires_at";

  private final Database database;

  /** Uses the given database. */
  public PostgresRawInputs(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Long> begin(
      OrganizationId organization, String fileName, @Nullable String uploader, Duration retention) {
    String sql =
        """
        INSERT INTO raw_input (organization_id, file_name, uploader, expires_at)
        VALUES ($1, $2, $3, clock_timestamp() + make_interval(secs => $4)) RETURNING raw_input_id\
        """;
    return database
        .inOrganization(organization)
        .one(
            sql,
            List.of(
                organization.value(),
                fileName,
                Nulls.orNull(uploader, String.class),
                (double) retention.toSeconds()),
            row -> value(row, "raw_input_id", Long.class));
  }

  @Override
  public Mono<Void> add(OrganizationId organization, long id, int chunk, byte[] content) {
    return database
        .inOrganization(organization)
        .update(
            "INSERT INTO raw_input_chunk VALUES ($1, $2, $3, $4)",
            List.of(organization.value(), id, chunk, ByteBuffer.wrap(content)))
        .then();
  }

  @Override
  public Mono<RawInput> complete(
      OrganizationId organization, long id, long byteCount, byte[] sha256, int chunkCount) {
    String sql =
        """
        UPDATE raw_input SET byte_count = $3, sha256 = $4, chunk_count = $5
         WHERE organization_id = $1 AND raw_input_id = $2 RETURNING
        """
            + COLUMNS;
    return database
        .inOrganization(organization)
        .one(
            sql,
            List.of(organization.value(), id, byteCount, ByteBuffer.wrap(sha256), chunkCount),
            row -> rawInput(organization, row))
        .switchIfEmpty(
            Mono.error(
                () -> new IllegalStateException("upload " + id + " was removed while it went on")));
  }

  @Override
  public Mono<Void> remove(OrganizationId organization, long id) {
    return database
        .inOrganization(organization)
        .update(
            "DELETE FROM raw_input WHERE organization_id = $1 AND raw_input_id = $2",
            List.of(organization.value(), id))
        .then();
  }

  @Override
  public Mono<RawInput> find(OrganizationId organization, long id) {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM raw_input WHERE organization_id = $1 AND raw_input_id = $2 AND chunk_count IS"
            + " NOT NULL";
    return database
        .inOrganization(organization)
        .one(sql, List.of(organization.value(), id), row -> rawInput(organization, row));
  }

  @Override
  public Flux<RawInput> uploadsForNothingBut(OrganizationId organization, String jobKind) {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM raw_input r WHERE organization_id = $1 AND chunk_count IS NOT NULL AND"
            + " uploader IS NOT NULL AND NOT EXISTS (SELECT FROM job j WHERE j.organization_id = $1"
            + " AND j.request ->> 'rawInputId' = r.raw_input_id::text AND (j.kind <> $2 OR"
            + " j.finished_at IS NULL)) ORDER BY raw_input_id";
    return database
        .inOrganization(organization)
        .query(sql, List.of(organization.value(), jobKind), row -> rawInput(organization, row));
  }

  @Override
  public Flux<byte[]> chunks(RawInput rawInput) {
    // One statement a piece: a slow reader holds no connection, and no statement runs into its time
    // limit.
    return Flux.range(0, rawInput.chunkCount()).concatMap(chunk -> chunk(rawInput, chunk), 1);
  }

  @Override
  public Mono<Long> removeExpired() {
    String sql =
        """
        DELETE FROM raw_input
         WHERE expires_at < clock_timestamp()
            OR (chunk_count IS NULL AND created_at < clock_timestamp() - interval '1 day')\
        """;
    return database.asSystem().update(sql, List.of());
  }

  private Mono<byte[]> chunk(RawInput rawInput, int chunk) {
    String sql =
        "SELECT content FROM raw_input_chunk WHERE organization_id = $1 AND raw_input_id = $2 AND"
            + " chunk = $3";
    return database
        .inOrganization(rawInput.organization())
        .one(
            sql,
            List.of(rawInput.organization().value(), rawInput.id(), chunk),
            row -> value(row, "content", byte[].class))
        .switchIfEmpty(
            Mono.error(
                () ->
                    new IllegalStateException(
                        "piece " + chunk + " of upload " + rawInput.id() + " is gone")));
  }

  private static RawInput rawInput(OrganizationId organization, Readable row) {
    return new RawInput(
        organization,
        value(row, "raw_input_id", Long.class),
        value(row, "file_name", String.class),
        row.get("uploader", String.class),
        value(row, "byte_count", Long.class),
        HexFormat.of().formatHex(value(row, "sha256", byte[].class)),
        value(row, "chunk_count", Integer.class),
        value(row, "created_at", Instant.class),
        value(row, "expires_at", Instant.class));
  }

  private static <T> T value(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
