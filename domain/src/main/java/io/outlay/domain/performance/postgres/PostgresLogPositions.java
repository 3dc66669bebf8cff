package io.outlay.domain.performance.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.performance.LogPosition;
import io.outlay.domain.performance.LogPositions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Positions of the log in PostgreSQL. */
public final class PostgresLogPositions implements LogPositions {

  private static final String MAKE =
      """
      INSERT INTO log_position (cluster, topic, partition)
      SELECT $1, $2, p FROM unnest($3::int[]) AS p
      ON CONFLICT DO NOTHING
      """;

  private static final String READ =
      """
      SELECT partition, next_record FROM log_position
       WHERE cluster = $1 AND topic = $2 AND partition = ANY ($3::int[])
      """;

  private final Database database;

  /** Works on the given database. */
  public PostgresLogPositions(Database database) {
    this.database = database;
  }

  @Override
  public Mono<Map<Integer, Long>> read(
      String cluster, String topic, Collection<Integer> partitions) {
    List<?> parameters = List.of(cluster, topic, partitions.toArray(Integer[]::new));
    return database
        .asSystem()
        .transaction(
            session ->
                session
                    .update(MAKE, parameters)
                    .thenMany(
                        session.query(
                            READ,
                            parameters,
                            row ->
                                Map.entry(
                                    Rows.value(row, "partition", Integer.class),
                                    Rows.value(row, "next_record", Long.class)))))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  @Override
  public Mono<Void> advance(List<LogPosition> steps) {
    return database.asSystem().transaction(session -> MovedPositions.move(session, steps)).then();
  }
}
