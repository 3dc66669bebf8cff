package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** SQL statements the driver sends for lists with nested fields, at 1, 50 and 500 rows. */
class StatementCountIntegrationTests {

  private static final Logger QUERIES =
      (Logger) LoggerFactory.getLogger("io.r2dbc.postgresql.QUERY");

  private static Company company;
  private final Statements statements = new Statements();

  @BeforeAll
  static void load() {
    company = Company.create("statements");
    String csv =
        IntStream.range(0, 510)
            .mapToObj(i -> "2026-01-01,one,USD,c%d,Campaign %d,Tale,10,1,2.50%n".formatted(i, i))
            .collect(
                Collectors.joining(
                    "",
                    "date,accountId,currency,campaignId,campaignName,labelTitle,impressions,clicks,spend\n",
                    ""));
    company.imports(csv, Map.of("channel", "META"));
  }

  @BeforeEach
  void listen() {
    statements.start();
    QUERIES.setLevel(Level.DEBUG);
    QUERIES.addAppender(statements);
  }

  @AfterEach
  void leave() {
    QUERIES.detachAppender(statements);
    QUERIES.setLevel(null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labels { value }",
        "adAccount { name channel { key } }",
        "performance(range: {from: \"2026-01-01\", to: \"2026-01-07\"}) { totals { clicks roi } }",
        "performance(range: {from: \"2026-01-01\", to: \"2026-01-07\"}, granularity: DAY) { rows {"
            + " metrics { clicks } } }"
      })
  void nestedFieldsTakeOneNumberOfStatementsWhateverThePage(String nested) {
    long one = count(1, nested);

    assertThat(one).isPositive();
    assertThat(List.of(count(50, nested), count(500, nested))).containsOnly(one);
  }

  private long count(int first, String nested) {
    statements.seen.clear();
    JsonNode nodes =
        company
            .data("{ campaigns(first: " + first + ") { nodes { id " + nested + " } } }")
            .at("/campaigns/nodes");
    assertThat(nodes.size()).isEqualTo(first);
    return statements.seen.stream().filter(sql -> sql.contains("campaign")).count();
  }

  /** What the driver logs: every statement, also of other work, which names no campaign. */
  private static final class Statements extends AppenderBase<ILoggingEvent> {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      seen.add(event.getFormattedMessage());
    }
  }
}
