package io.outlay.domain.campaign.postgres;

import io.outlay.domain.campaign.LabelRule;
import io.outlay.domain.campaign.NamePattern;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rules on names in PostgreSQL, which also applies them: to campaigns that are born later too. */
final class StoredLabelRule {

  /** A rule that takes longer over all campaigns is refused. */
  private static final String BOUND = "SET LOCAL statement_timeout = '3s'";

  private static final String READ =
      """
      SELECT r.separator, r.part, p.kind, p.pattern, p.value
        FROM label_rule r LEFT JOIN label_rule_pattern p USING (organization_id, key)
       WHERE r.organization_id = $1 AND r.key = $2 ORDER BY p.position
      """;

  private static final String REMOVE =
      "DELETE FROM label_rule WHERE organization_id = $1 AND key = $2";

  private static final String KEEP = "INSERT INTO label_rule VALUES ($1, $2, $3, $4)";

  private static final String KEEP_PATTERNS =
      """
      INSERT INTO label_rule_pattern
      SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::text[], $6::text[])
      """;

  /** Invalid regular expression; query cancelled by its time limit. */
  private static final Set<String> REFUSALS = Set.of("2201B", "57014");

  private StoredLabelRule() {}

  /** Keeps the rule in place of the label's former one, which it gives back. */
  static Mono<Optional<LabelRule>> replace(
      Session session, OrganizationId organization, LabelRule rule) {
    List<Object> key = List.of(organization.value(), rule.key());
    return session
        .update(BOUND, List.of())
        .thenMany(session.query(READ, key, StoredRow::of))
        .collectList()
        .flatMap(
            former ->
                session
                    .update(REMOVE, key)
                    .then(insert(session, organization, rule))
                    .thenReturn(former(rule.key(), former)));
  }

  /** Whether PostgreSQL could not make use of an expression. */
  static boolean isRefused(Throwable error) {
    return error instanceof R2dbcException refused && REFUSALS.contains(refused.getSqlState());
  }

  static BadRequest refusal(LabelRule rule) {
    return BadRequest.of(
        "rule", rule.key(), "expressions that can be matched with all names within 3 seconds");
  }

  private static Mono<Long> insert(Session session, OrganizationId organization, LabelRule rule) {
    return switch (rule) {
      case LabelRule.Part part ->
          session.update(
              KEEP, List.of(organization.value(), part.key(), part.separator(), part.part()));
      case LabelRule.Patterns(String key, List<NamePattern> patterns) ->
          Flux.concat(
                  session.update(
                      KEEP,
                      List.of(
                          organization.value(),
                          key,
                          Nulls.of(String.class),
                          Nulls.of(Integer.class))),
                  session.update(KEEP_PATTERNS, columns(organization, key, patterns)))
              .reduce(Long::sum);
    };
  }

  private static List<Object> columns(
      OrganizationId organization, String key, List<NamePattern> patterns) {
    return List.of(
        organization.value(),
        key,
        IntStream.range(0, patterns.size()).boxed().toArray(Integer[]::new),
        patterns.stream().map(pattern -> pattern.kind().name()).toArray(String[]::new),
        patterns.stream().map(NamePattern::text).toArray(String[]::new),
        patterns.stream().map(NamePattern::value).toArray(String[]::new));
  }

  private static Optional<LabelRule> former(String key, List<StoredRow> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    return rows.getFirst().part() instanceof PartOfName(String separator, int part)
        ? Optional.of(new LabelRule.Part(key, separator, part))
        : Optional.of(
            new LabelRule.Patterns(
                key, rows.stream().map(StoredRow::pattern).flatMap(Optional::stream).toList()));
  }

  private record PartOfName(String separator, int part) {}

  /** One row of a rule: its part, or one of its patterns. */
  private record StoredRow(@Nullable PartOfName part, Optional<NamePattern> pattern) {

    static StoredRow of(Readable row) {
      String separator = row.get("separator", String.class);
      return separator == null
          ? new StoredRow(null, Optional.of(patternOf(row)))
          : new StoredRow(
              new PartOfName(separator, Rows.get(row, "part", Integer.class)), Optional.empty());
    }

    private static NamePattern patternOf(Readable row) {
      return new NamePattern(
          NamePattern.Kind.valueOf(Rows.get(row, "kind", String.class)),
          Rows.get(row, "pattern", String.class),
          row.get("value", String.class));
    }
  }
}
