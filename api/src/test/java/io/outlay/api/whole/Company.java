package io.outlay.api.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationDetails;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.TokenGrant;
import io.outlay.domain.organization.TokenSecret;
import io.outlay.domain.organization.postgres.ApiTokens;
import io.outlay.domain.organization.postgres.Organizations;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** An organization of a test's own on the shared server; its currency is USD, its zone UTC. */
final class Company {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String IMPORT =
      "mutation($input: SpendImportInput!) { spendImport(input: $input)"
          + " { job { id } userErrors { field code message } } }";
  private static final String JOB =
      "query($id: ID!) { job(id: $id) { id state finishedAt progress { done total }"
          + " error { code message } spendImport { id } } }";
  private static final String TOKEN =
      "mutation($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input)"
          + " { secret userErrors { field message code } } }";

  private final String admin;

  private Company(String admin) {
    this.admin = admin;
  }

  static Company create(String key) {
    OrganizationDetails details = OrganizationDetails.of(key, "Company " + key, "USD", "UTC");
    Organization made =
        Objects.requireNonNull(
            server().bean(Organizations.class).create(details, "test").block(PATIENCE));
    TokenSecret secret = TokenSecret.random();
    TokenGrant grant = new TokenGrant("admin", Role.ADMIN, Scope.EVERYTHING, null);
    server().bean(ApiTokens.class).create(made.id(), "test", grant, secret).block(PATIENCE);
    return new Company(secret.reveal());
  }

  static WholeServer server() {
    return SharedServer.get();
  }

  String admin() {
    return admin;
  }

  /** The answer's data; fails the test where it has errors. */
  JsonNode data(String query) {
    return data(admin, query);
  }

  JsonNode data(String token, String query) {
    JsonNode answer = server().ask(token, query, Map.of());
    assertThat(answer.has("errors")).as(query + "\n" + answer).isFalse();
    return answer.at("/data");
  }

  /** The first error of a question that must be refused. */
  JsonNode error(String query) {
    JsonNode answer = server().ask(admin, query, Map.of());
    assertThat(answer.has("errors")).as(query + "\n" + answer).isTrue();
    return answer.at("/errors/0");
  }

  /** Secret of a new token with the given role and limits. */
  String token(String role, Map<String, ?> limits) {
    return token(admin, role, limits).at("/secret").asString();
  }

  JsonNode token(String maker, String role, Map<String, ?> limits) {
    Map<String, Object> input = new HashMap<>(limits);
    input.put("name", "limited");
    input.put("role", role);
    return server().ask(maker, TOKEN, Map.of("input", input)).at("/data/apiTokenCreate");
  }

  /** The finished job of an import that must succeed. */
  JsonNode imports(String csv, Map<String, ?> more) {
    JsonNode job = job(admin, csv, more);
    assertThat(job.at("/state").asString()).as(job.toString()).isEqualTo("SUCCEEDED");
    return job;
  }

  /** The finished job. */
  JsonNode job(String token, String csv, Map<String, ?> more) {
    Map<String, String> id = Map.of("id", submit(token, csv, more));
    return server()
        .await(token, JOB, id, answer -> !answer.at("/data/job/finishedAt").isNull())
        .at("/data/job");
  }

  /** Id of an upload. */
  String upload(String token, String csv) {
    return server().upload(token, csv);
  }

  /** What is answered to an import of an upload. */
  JsonNode importOf(String token, String upload, Map<String, ?> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("content", Map.of("uploadId", upload));
    return server().ask(token, IMPORT, Map.of("input", input)).at("/data/spendImport");
  }

  /** Id of the job of a new import. */
  String submit(String token, String csv, Map<String, ?> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.putIfAbsent("content", Map.of("text", csv));
    JsonNode payload = server().ask(token, IMPORT, Map.of("input", input)).at("/data/spendImport");
    assertThat(payload.at("/userErrors").toString()).isEqualTo("[]");
    return payload.at("/job/id").asString();
  }
}
