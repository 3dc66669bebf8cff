package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Scores over GraphQL: how many statements and native calls they take, and what they say. */
class RiskScoresIntegrationTests {

  private static final Logger QUERIES =
      (Logger) LoggerFactory.getLogger("io.r2dbc.postgresql.QUERY");
  private static final String MANY =
      "query($ids: [String!]!) { riskScores(kind: CHURN, externalUserIds: $ids) {"
          + " externalUserId user { externalId } score { probability band } missing { reason"
          + " message } } }";
  private static final String JOB = "query($id: ID!) { job(id: $id) { state error { message } } }";

  private static final Company COMPANY = Company.create("asked");
  private static ScoredCompany scored;
  private final Statements statements = new Statements();

  @BeforeAll
  static void make() {
    scored = ScoredCompany.of(COMPANY);
    scored.users(ScoredCompany.ids("one-", 1));
    scored.users(ScoredCompany.ids("fifty-", 50));
    scored.users(ScoredCompany.ids("many-", 500));
    scored.users(ScoredCompany.ids("half-", 500));
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

  @Test
  void nestedScoresTakeOneQueryAndOneNativeCallWhateverTheNumberOfUsers() {
    for (Map.Entry<String, Integer> page :
        Map.of("one-", 1, "fifty-", 50, "many-", 500).entrySet()) {
      statements.seen.clear();
      double calls = nativeCalls();
      JsonNode nodes =
          data(
                  "query($prefix: String!) { users(filter: {externalIdPrefix: $prefix}, first: 500)"
                      + " { nodes { riskScore(kind: CHURN) { probability band scoredAt } } } }",
                  Map.of("prefix", page.getKey()))
              .at("/users/nodes");

      assertThat(nodes.size()).isEqualTo(page.getValue());
      assertThat(nodes.valueStream())
          .allSatisfy(node -> assertThat(node.at("/riskScore/probability").isNumber()).isTrue());
      assertThat(statements.ofFeatures()).as(statements.seen.toString()).isEqualTo(1);
      assertThat(nativeCalls() - calls).isEqualTo(1);
    }
  }

  @Test
  void aThousandIdsOfWhichHalfAreNobodysAreAnsweredEachForItself() {
    List<String> ids = new ArrayList<>(ScoredCompany.ids("half-", 490));
    ids.addAll(ScoredCompany.ids("nobody-", 500));
    ids.addAll(List.of("half-1", "half-1", "", "x".repeat(129), "a\u0000b", "half-2"));
    Collections.shuffle(ids, new Random(3));
    double calls = nativeCalls();

    JsonNode answers = data(MANY, Map.of("ids", ids)).at("/riskScores");

    assertThat(answers.valueStream().map(answer -> answer.at("/externalUserId").asString()))
        .isEqualTo(ids);
    assertThat(answers.valueStream())
        .allSatisfy(
            answer -> {
              String id = answer.at("/externalUserId").asString();
              String reason = answer.at("/missing/reason").asString("");
              assertThat(reason)
                  .isEqualTo(
                      id.startsWith("half-")
                          ? ""
                          : id.startsWith("nobody-") ? "UNKNOWN_USER" : "MALFORMED_ID");
              assertThat(answer.at("/score/probability").isNumber()).isEqualTo(reason.isEmpty());
            });
    assertThat(statements.ofFeatures()).isEqualTo(1);
    assertThat(nativeCalls() - calls).isEqualTo(1);
  }

  @Test
  void moreThanAThousandIdsAndUnknownKindsAreRefused() {
    JsonNode answer = scored.ask(MANY, Map.of("ids", ScoredCompany.ids("half-", 1_001)));
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");

    JsonNode fraud =
        data(
            "{ riskScores(kind: FRAUD, externalUserIds: [\"half-1\"]) { score { value } missing {"
                + " reason } } }",
            Map.of());
    assertThat(fraud.at("/riskScores/0/missing/reason").asString()).isEqualTo("NO_MODEL");
  }

  @Test
  void reasonsAddUpToTheValueAndOtherValuesGiveAnotherScore() {
    JsonNode explained =
        data(
                "query($h: [HypotheticalFeatureInput!]!) { riskScoreExplain(externalUserId:"
                    + " \"half-3\", kind: CHURN, hypothetical: $h) { score { ...S } supposed { ...S"
                    + " } } } fragment S on RiskScore { value baseValue reasons(top: 3) { feature"
                    + " value contribution text } restContribution(top: 3) modelVersion model {"
                    + " number state } scoredAt featuresAt staleFeatures }",
                Map.of("h", List.of()))
            .at("/riskScoreExplain");
    JsonNode score = explained.at("/score");
    double sum =
        score.at("/baseValue").asDouble()
            + score
                .at("/reasons")
                .valueStream()
                .mapToDouble(reason -> reason.at("/contribution").asDouble())
                .sum()
            + score.at("/restContribution").asDouble();
    assertThat(sum).isCloseTo(score.at("/value").asDouble(), within(1e-9));
    assertThat(score.at("/model/state").asString()).isEqualTo("CHAMPION");
    assertThat(score.at("/model/number")).isEqualTo(score.at("/modelVersion"));
    assertThat(score.at("/reasons/0/text").asString()).endsWith("the risk of leaving.");
    assertThat(explained.at("/supposed/value")).isEqualTo(score.at("/value"));

    JsonNode wrong =
        scored.ask(
            "{ riskScoreExplain(externalUserId: \"half-3\", kind: CHURN, hypothetical: [{feature:"
                + " \"luck\", value: 1}]) { score { value } } }",
            Map.of());
    assertThat(wrong.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
    assertThat(wrong.at("/errors/0/message").asString()).contains("luck");
  }

  @Test
  void limitedTokensAndPartnersSeeNoUsers() {
    String limited = COMPANY.token("ANALYST", Map.of("channels", List.of("META")));
    String partner = COMPANY.token("PARTNER", Map.of());
    for (String token : List.of(limited, partner)) {
      JsonNode answer = Company.server().ask(token, MANY, Map.of("ids", List.of("half-1")));
      assertThat(answer.at("/errors/0/extensions/code").asString())
          .as(answer.toString())
          .isEqualTo("FORBIDDEN");
    }
  }

  @Test
  void allUsersAreScoredListedToldAndActedOn() throws InterruptedException {
    Company company = Company.create("all-scored");
    ScoredCompany all = ScoredCompany.of(company);
    all.users(ScoredCompany.ids("u-", 1_500));
    BlockingQueue<JsonNode> live =
        Company.server()
            .subscribe(
                company.admin(),
                "subscription { riskScoreChanged { cursor band user { externalId } } }");

    JsonNode begun =
        all.ask(
            "mutation { usersScore(input: {kinds: [CHURN]}) { job { id } userErrors { message } }"
                + " }",
            Map.of());
    String job = begun.at("/data/usersScore/job/id").asString("");
    JsonNode ended =
        Company.server()
            .await(
                company.admin(),
                JOB,
                Map.of("id", job),
                answer -> !answer.at("/data/job/state").asString("").matches("WAITING|RUNNING"));
    assertThat(ended.at("/data/job/state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");

    JsonNode high =
        company.data(
            "{ users(filter: {risk: {kind: CHURN, bands: [HIGH, MEDIUM]}}, orderBy: {field:"
                + " RISK_SCORE, direction: DESC}, first: 500) { totalCount nodes { externalId"
                + " riskScore(kind: CHURN) { probability band } } } }");
    int changed = high.at("/users/totalCount").asInt();
    assertThat(changed).isPositive();

    JsonNode first = Objects.requireNonNull(live.poll(30, TimeUnit.SECONDS));
    String cursor = first.at("/data/riskScoreChanged/cursor").asString();
    BlockingQueue<JsonNode> replayed =
        Company.server()
            .subscribe(
                company.admin(),
                "subscription { riskScoreChanged(after: \"" + cursor + "\") { cursor } }");
    Map<String, Integer> seen = new HashMap<>();
    seen.merge(cursor, 1, Integer::sum);
    for (int i = 1; i < changed; i++) {
      JsonNode event = Objects.requireNonNull(replayed.poll(30, TimeUnit.SECONDS));
      seen.merge(event.at("/data/riskScoreChanged/cursor").asString(), 1, Integer::sum);
    }
    assertThat(seen).hasSize(changed);

    JsonNode rule =
        company.data(
            "mutation { actionRuleCreate(input: {name: \"Keep\", kind: CHURN, bands: [HIGH,"
                + " MEDIUM], controlShare: 0.2}) { rule { id } userErrors { message } } }");
    assertThat(rule.at("/actionRuleCreate/rule/id").isString()).as(rule.toString()).isTrue();
    JsonNode decided =
        Company.server()
            .await(
                company.admin(),
                "{ decisions(first: 500) { nodes { isControl sentAt review user { externalId } rule"
                    + " { name } reasons { feature contribution } } } }",
                Map.of(),
                answer ->
                    answer.at("/data/decisions/nodes").size() > 0
                        && answer
                            .at("/data/decisions/nodes")
                            .valueStream()
                            .allMatch(
                                node ->
                                    node.at("/isControl").asBoolean()
                                        == node.at("/sentAt").isNull()));
    assertThat(decided.at("/data/decisions/nodes").size())
        .as(decided.toString())
        .isEqualTo(Math.min(500, changed));
    company.data(
        "mutation { actionRuleDelete(id: \""
            + rule.at("/actionRuleCreate/rule/id").asString()
            + "\") { rule { id } } }");
  }

  private static JsonNode data(String query, Map<String, ?> variables) {
    JsonNode answer = scored.ask(query, variables);
    assertThat(answer.has("errors")).as(query + "\n" + answer).isFalse();
    return answer.at("/data");
  }

  private static double nativeCalls() {
    return Company.server()
        .bean(MeterRegistry.class)
        .get("outlay.scoring.native.calls")
        .counter()
        .count();
  }

  /** What the driver logs. */
  private static final class Statements extends AppenderBase<ILoggingEvent> {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      seen.add(event.getFormattedMessage());
    }

    long ofFeatures() {
      return seen.stream()
          .filter(sql -> sql.contains("FROM user_activity") || sql.contains("JOIN user_activity"))
          .count();
    }
  }
}
