package io.outlay.ingestion.platform.googleads;

import io.outlay.domain.platform.PlatformCredential;
import io.outlay.ingestion.platform.PlatformFailure;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.call.Answers;
import io.outlay.ingestion.platform.call.OpenFetch;
import io.outlay.ingestion.platform.call.PlatformAnswer;
import io.outlay.ingestion.platform.call.PlatformCall;
import io.outlay.ingestion.platform.call.PlatformCalls;
import io.outlay.ingestion.platform.reading.Fields;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Queries, each answered whole by one stream of batches. A broken stream is asked for anew. */
final class GoogleSearch {

  private final PlatformCalls calls;
  private final String baseUrl;

  GoogleSearch(PlatformCalls calls, String baseUrl) {
    this.calls = calls;
    this.baseUrl = baseUrl;
  }

  /** All batches of a query, kept as one page. */
  Mono<RawPage> stream(OpenFetch fetch, String part, String query) {
    return calls.call(
        fetch, call(fetch, part, query), answer -> new RawPage(part, checked(answer)));
  }

  private PlatformCall call(OpenFetch fetch, String part, String query) {
    PlatformCredential credential = fetch.connection().credential();
    String customer = GoogleCredential.digits(fetch.connection().account().externalId());
    PlatformCall call =
        PlatformCall.json(
            part,
            baseUrl
                + "/"
                + fetch.connection().apiVersion()
                + "/customers/"
                + customer
                + "/googleAds:searchStream",
            Answers.write(Map.of("query", query)));
    String manager = credential.optional(GoogleCredential.LOGIN_CUSTOMER_ID);
    if (manager != null) {
      call = call.withHeader("login-customer-id", GoogleCredential.digits(manager));
    }
    String developer = credential.optional(GoogleCredential.DEVELOPER_TOKEN);
    return developer == null ? call : call.withHeader("developer-token", developer);
  }

  private static byte[] checked(PlatformAnswer answer) {
    JsonNode body = Answers.json(answer);
    GoogleError error = GoogleError.of(body);
    if (error != null) {
      throw GoogleRules.of(error, answer.status());
    }
    Set<JsonNode> batches = new HashSet<>();
    for (JsonNode batch : Fields.list(body)) {
      JsonNode results = batch.path("results");
      if (results.isArray() && !results.isEmpty() && !batches.add(results)) {
        throw new PlatformFailure.Unreadable("Google's stream repeats a batch.", null);
      }
    }
    return answer.body();
  }
}
