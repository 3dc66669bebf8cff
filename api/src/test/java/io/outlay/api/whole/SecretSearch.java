package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.luben.zstd.Zstd;
import io.outlay.domain.database.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Looks for a secret wherever a server may have left it. */
final class SecretSearch {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Database.Work work;
  private final ListAppender<ILoggingEvent> logged;

  /**
   * Looks into the server's database and its log.
   *
   * @param logged everything logged since it started
   */
  SecretSearch(WholeServer server, ListAppender<ILoggingEvent> logged) {
    this.work = server.bean(Database.class).asSystem();
    this.logged = logged;
  }

  /** Every table, also what is kept compressed, the log and the answer. */
  void assertNowhere(String secret, JsonNode answer) {
    assertNotInTables(secret);
    assertNotInKeptAnswers(secret);
    assertThat(logged.list)
        .isNotEmpty()
        .noneMatch(event -> event.getFormattedMessage().contains(secret));
    assertThat(answer.toString()).doesNotContain(secret);
  }

  private void assertNotInTables(String secret) {
    String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    List<String> tables =
        Objects.requireNonNull(
            work.query(
                    "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                        + " AND relkind IN ('r', 'p') AND NOT relispartition AND relname <>"
                        + " 'flyway_schema_history'",
                    List.of(),
                    row -> Objects.requireNonNull(row.get(0, String.class)))
                .collectList()
                .block(PATIENCE));
    assertThat(tables).contains("platform_credential", "audit_event", "job", "dead_letter");
    for (String table : tables) {
      assertThat(
              work.one(
                      "SELECT count(*) FROM "
                          + table
                          + " t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0",
                      List.of(secret, hex),
                      row -> Objects.requireNonNull(row.get(0, Long.class)))
                  .block(PATIENCE))
          .as(table)
          .isZero();
    }
  }

  private void assertNotInKeptAnswers(String secret) {
    List<byte[]> kept =
        Objects.requireNonNull(
            work.query(
                    "SELECT content FROM raw_input_chunk",
                    List.of(),
                    row -> Objects.requireNonNull(row.get(0, byte[].class)))
                .collectList()
                .block(PATIENCE));
    assertThat(kept)
        .isNotEmpty()
        .noneMatch(
            piece ->
                new String(Zstd.decompress(piece, 1 << 20), StandardCharsets.UTF_8)
                    .contains(secret));
  }
}
