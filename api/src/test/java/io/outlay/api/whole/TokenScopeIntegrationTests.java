package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A token limited to an account or a channel, and everything it must not see. */
class TokenScopeIntegrationTests {

  private static final String TOTALS =
      "{ performance(range: {from: \"2026-01-01\", to: \"2026-01-03\"}) { totals {"
          + Figures.FIELDS
          + "} } }";

  private static final Map<String, String> ACCOUNTS = new HashMap<>();
  private static Company company;
  private static SpendTable meta;
  private static SpendTable google;
  private static JsonNode metaJob;
  private static JsonNode googleJob;
  private static String ofMeta;
  private static String ofGoogleAccount;

  @BeforeAll
  static void load() {
    company = Company.create("scopes");
    meta = SpendTable.of("meta-1", LocalDate.parse("2026-01-01"), 3, 1);
    google = SpendTable.of("google-1", LocalDate.parse("2026-01-01"), 3, 4);
    metaJob = company.imports(meta.csv(), Map.of("channel", "META"));
    googleJob = company.imports(google.csv(), Map.of("channel", "GOOGLE_ADS"));
    company
        .data("{ adAccounts { nodes { id externalId } } }")
        .at("/adAccounts/nodes")
        .forEach(
            node -> ACCOUNTS.put(node.at("/externalId").asString(), node.at("/id").asString()));
    ofMeta = company.token("MANAGER", Map.of("channels", List.of("META")));
    ofGoogleAccount =
        company.token("MANAGER", Map.of("adAccountIds", List.of(ACCOUNTS.get("google-1"))));
  }

  @Test
  void reportsHoldOnlyWhatIsWithinReachAlsoFromTheCache() {
    for (int look = 0; look < 2; look++) {
      Figures.assertEqual(totals(ofMeta), meta.sums());
      Figures.assertEqual(totals(ofGoogleAccount), google.sums());
      Figures.assertEqual(totals(company.admin()), meta.and(google).sums());
    }
  }

  @Test
  void listsHoldOnlyWhatIsWithinReach() {
    String lists =
        "{ campaigns { totalCount nodes { externalId } }"
            + " adAccounts { totalCount nodes { externalId } } channels { key } }";

    JsonNode seen = company.data(ofMeta, lists);

    assertThat(seen.toString()).contains("meta-1", "meta-1-c0").doesNotContain("google");
    assertThat(seen.at("/campaigns/totalCount").asInt())
        .isEqualTo(seen.at("/campaigns/nodes").size());
    assertThat(seen.at("/adAccounts/totalCount").asInt())
        .isEqualTo(seen.at("/adAccounts/nodes").size());
    assertThat(seen.at("/channels").toString()).isEqualTo("[{\"key\":\"META\"}]");
  }

  @Test
  void jobsAndImportsOfOtherAccountsAreHidden() {
    assertJobs(ofMeta, metaJob, googleJob);
    assertJobs(ofGoogleAccount, googleJob, metaJob);
  }

  @Test
  void importsReachNoFartherThanTheirToken() {
    SpendTable later = SpendTable.of("google-1", LocalDate.parse("2026-02-01"), 1, 1);
    JsonNode refused = company.job(ofMeta, later.csv(), Map.of("channel", "GOOGLE_ADS"));
    JsonNode unknown =
        company.job(
            ofGoogleAccount,
            later.csv().replace("google-1", "google-2"),
            Map.of("channel", "GOOGLE_ADS"));
    SpendTable own = SpendTable.of("meta-2", LocalDate.parse("2026-02-01"), 1, 1);
    JsonNode allowed = company.job(ofMeta, own.csv(), Map.of("channel", "META"));

    assertThat(refused.at("/error/code").asString()).isEqualTo("FORBIDDEN");
    assertThat(unknown.at("/error/code").asString()).isEqualTo("FORBIDDEN");
    assertThat(allowed.at("/state").asString()).as(allowed.toString()).isEqualTo("SUCCEEDED");
    assertThat(allowed.at("/progress/done").asLong()).isEqualTo(1);
    assertThat(allowed.at("/progress/total").asLong()).isEqualTo(1);
  }

  @Test
  void anUploadBelongsToTheTokenThatSentIt() {
    SpendTable table = SpendTable.of("meta-3", LocalDate.parse("2026-02-01"), 1, 1);
    String ofAdmin = company.upload(company.admin(), table.csv());
    String own = company.upload(ofMeta, table.csv());

    assertThat(company.importOf(ofMeta, ofAdmin, Map.of("channel", "META")).toString())
        .contains("no such upload");
    assertThat(company.importOf(ofGoogleAccount, own, Map.of("channel", "META")).toString())
        .contains("no such upload");
    assertThat(company.importOf(ofMeta, own, Map.of("channel", "META")).at("/job/id").isNull())
        .isFalse();
    assertThat(
            company
                .importOf(company.admin(), own, Map.of("channel", "META"))
                .at("/job/id")
                .isNull())
        .isFalse();
  }

  @Test
  void adminsCannotBeLimited() {
    JsonNode refused = company.token(company.admin(), "ADMIN", Map.of("channels", List.of("META")));

    assertThat(refused.at("/secret").isNull()).isTrue();
    assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("INVALID_VALUE");
  }

  @Test
  void everythingWithAnIdIsFoundByIt() {
    for (String list :
        List.of("jobs", "imports", "apiTokens", "auditEvents", "adAccounts", "campaigns")) {
      String id =
          company
              .data("{ " + list + "(first: 1) { nodes { id } } }")
              .at("/" + list + "/nodes/0/id")
              .asString();
      JsonNode node = company.data("{ node(id: \"" + id + "\") { id __typename } }").at("/node");
      assertThat(node.at("/id").asString()).as(list).isEqualTo(id);
    }
  }

  private static void assertJobs(String token, JsonNode seen, JsonNode hidden) {
    JsonNode lists = company.data(token, "{ jobs { nodes { id } } imports { nodes { id } } }");
    assertThat(lists.toString())
        .contains(seen.at("/id").asString(), seen.at("/spendImport/id").asString())
        .doesNotContain(hidden.at("/id").asString(), hidden.at("/spendImport/id").asString());
    String job = hidden.at("/id").asString();
    String file = hidden.at("/spendImport/id").asString();
    JsonNode byId =
        company.data(
            token,
            "{ job(id: \""
                + job
                + "\") { id } nodes(ids: [\""
                + job
                + "\", \""
                + file
                + "\"]) { id } }");
    assertThat(byId.toString()).isEqualTo("{\"job\":null,\"nodes\":[null,null]}");
  }

  private static JsonNode totals(String token) {
    return company.data(token, TOTALS).at("/performance/totals");
  }
}
