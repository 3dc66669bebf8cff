package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.LargeSlices;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Large slices in PostgreSQL, in pieces, so that no single value is larger than a mebibyte. */
public final class PostgresLargeSlices implements LargeSlices {

  private static final int PIECE = 1024 * 1024;

  private static final String INSERT =
      "INSERT INTO large_slice (organization_id, large_slice_id, piece, bytes) VALUES ($1, $2, $3,"
          + " $4)";

  private static final String SELECT =
      "SELECT bytes FROM large_slice WHERE organization_id = $1 AND large_slice_id = $2 ORDER BY"
          + " piece";

  private final Database database;

  /** Works on the given database. */
  public PostgresLargeSlices(Database database) {
    this.database = database;
  }

  @Override
  public Mono<UUID> store(OrganizationId organization, byte[] bytes) {
    UUID id = UUID.randomUUID();
    int pieces = (bytes.length + PIECE - 1) / PIECE;
    return database
        .inOrganization(organization)
        .transaction(
            session ->
                Flux.range(0, pieces)
                    .concatMap(piece -> insert(session, organization, id, piece, bytes)))
        .then(Mono.just(id));
  }

  @Override
  public Mono<byte[]> load(OrganizationId organization, UUID id) {
    return database
        .inOrganization(organization)
        .query(
            SELECT,
            List.of(organization.value(), id),
            row -> Rows.value(row, "bytes", byte[].class))
        .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
        .filter(bytes -> bytes.size() > 0)
        .map(ByteArrayOutputStream::toByteArray);
  }

  private static Mono<Long> insert(
      Session session, OrganizationId organization, UUID id, int piece, byte[] bytes) {
    int from = piece * PIECE;
    byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
    return session.update(INSERT, List.of(organization.value(), id, piece, part));
  }
}
