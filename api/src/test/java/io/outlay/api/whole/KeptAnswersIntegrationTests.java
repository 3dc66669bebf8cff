package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Answers that are at hand, over real tokens and data: whom and what they must never be given. */
class KeptAnswersIntegrationTests {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration NEWS = Duration.ofSeconds(1);
  private static final String TOTALS =
      "{\"query\":\"{ performance(range: {from: \\\"2026-01-01\\\", to: \\\"2026-01-31\\\"})"
          + " { totals { impressions } } }\"}";
  private static final String METRICS =
      "{\"query\":\"{ metricDefinitions { name label meaning } }\"}";

  private static Company company;

  @BeforeAll
  static void load() {
    company = Company.create("kept");
    company.imports(day("2026-01-01", 10), Map.of("channel", "META"));
    company.imports(
        day("2026-01-01", 5).replace("kept-1", "kept-2"), Map.of("channel", "GOOGLE_ADS"));
  }

  @Test
  void sayTheSameAsTheLongWay() {
    String token = company.token("ANALYST", Map.of());
    HttpResponse<String> first = post(token, METRICS);
    post(token, METRICS);
    HttpResponse<String> atHand = post(token, METRICS);

    assertThat(data(atHand)).isEqualTo(data(first));
    assertThat(headers(atHand)).isEqualTo(headers(first));
  }

  @Test
  void areCountedAsRequestsLikeAllOthers() {
    String token = company.token("ANALYST", Map.of());
    String body = METRICS.replace("name label", "name");
    post(token, body);
    post(token, body);
    long before = requests();

    post(token, body);

    Await.within(NEWS, "the request's count", () -> requests() > before);
  }

  @Test
  void endWithTheTokenWithinASecond() {
    JsonNode made = company.token(company.admin(), "ANALYST", Map.of());
    String token = made.at("/secret").asString();
    assertThat(impressions(hot(token, TOTALS))).isEqualTo(15);
    JsonNode tokens =
        company.data("{ apiTokens(first: 100) { nodes { id name } } }").at("/apiTokens/nodes");
    tokens.forEach(
        one -> {
          if (one.at("/name").asString().equals("limited")) {
            company.data(
                "mutation { apiTokenRevoke(id: \""
                    + one.at("/id").asString()
                    + "\") { userErrors { message } } }");
          }
        });

    Await.within(NEWS, "refusal of the token", () -> post(token, TOTALS).statusCode() == 401);
  }

  @Test
  void areNotForOtherScopesRolesAndOrganizations() {
    assertThat(impressions(hot(company.token("ANALYST", Map.of()), TOTALS))).isEqualTo(15);

    String ofMeta = company.token("ANALYST", Map.of("channels", List.of("META")));
    assertThat(impressions(hot(ofMeta, TOTALS))).isEqualTo(10);
    String partner = company.token("PARTNER", Map.of());
    assertThat(hot(partner, TOTALS).body()).contains("FORBIDDEN");
    Company other = Company.create("kept-other");
    assertThat(hot(other.admin(), TOTALS).body()).contains("\"impressions\":null");
    assertThat(post("no-such-token", TOTALS).statusCode()).isEqualTo(401);
  }

  @Test
  void areNotForOtherLanguages() {
    String token = company.token("ANALYST", Map.of());
    String english = data(hot(token, METRICS));

    String korean = data(post(token, METRICS, "Accept-Language", "ko"));

    assertThat(english).contains("Impressions").doesNotContain("노출");
    assertThat(korean).contains("노출");
    assertThat(data(post(token, METRICS, "Accept-Language", "ko"))).isEqualTo(korean);
    assertThat(data(post(token, METRICS))).isEqualTo(english);
  }

  @Test
  void endWithTheDataVersion() {
    Company growing = Company.create("kept-growing");
    growing.imports(day("2026-01-01", 10), Map.of("channel", "META"));
    assertThat(impressions(hot(growing.admin(), TOTALS))).isEqualTo(10);

    growing.imports(day("2026-01-02", 3), Map.of("channel", "META"));

    assertThat(impressions(post(growing.admin(), TOTALS))).isEqualTo(13);
  }

  private static String day(String day, long impressions) {
    return "date,accountId,currency,campaignId,campaignName,impressions,clicks,spend\n"
        + LocalDate.parse(day)
        + ",kept-1,USD,c1,Campaign,"
        + impressions
        + ",1,2.50\n";
  }

  /** The answer once it is at hand. */
  private static HttpResponse<String> hot(String token, String body) {
    post(token, body);
    post(token, body);
    return post(token, body);
  }

  private static HttpResponse<String> post(String token, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + Company.server().port() + "/graphql"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException lost) {
      throw new IllegalStateException(lost);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static long impressions(HttpResponse<String> answer) {
    String text = answer.body();
    int at = text.indexOf("\"impressions\":") + "\"impressions\":".length();
    return Long.parseLong(text.substring(at, text.indexOf('}', at)));
  }

  /** The answer's data; what it cost differs. */
  private static String data(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body().substring(0, answer.body().indexOf(",\"extensions\""));
  }

  private static Map<String, List<String>> headers(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    assertThat(headers.remove("x-request-id")).isNotEmpty();
    headers.remove("content-length"); // with the points told
    return headers;
  }

  private static long requests() {
    return Company.server()
        .bean(MeterRegistry.class)
        .find("http.server.requests")
        .tags("method", "POST", "uri", "/graphql", "status", "200")
        .timers()
        .stream()
        .mapToLong(Timer::count)
        .sum();
  }
}
