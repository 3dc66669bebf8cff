package io.outlay.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.outlay.access.AccessServer.Reply;
import io.outlay.domain.organization.CreatedToken;
import io.outlay.domain.organization.Language;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.TokenGrant;
import io.outlay.domain.organization.TokenSecret;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.organization.postgres.ApiTokens;
import io.outlay.domain.organization.postgres.Organizations;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Map<String, String> CLAIMS =
      Map.of("outlay_org", "demo-games", "outlay_role", "analyst");

  private static Issuer issuer;
  private static AccessServer server;

  @BeforeAll
  static void start() throws IOException, JOSEException {
    issuer = new Issuer();
    server =
        AccessServer.start(
            "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + issuer.jwkSetUri());
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
  }

  @ParameterizedTest
  @CsvSource({
    "demo-admin, ADMIN",
    "demo-manager, MANAGER",
    "demo-analyst, ANALYST",
    "demo-partner, PARTNER"
  })
  void demoTokensAreOfDemoGames(String token, String role) {
    Reply reply = server.query(token, "{ viewer }");

    assertThat(reply.at("/data/viewer").asString())
        .startsWith(organization("demo-games").id() + " " + role + " token:")
        .endsWith(" " + token);
  }

  @Test
  void theRivalHasAnOrganizationOfItsOwn() {
    assertThat(server.query("rival-admin", "{ viewer }").at("/data/viewer").asString())
        .startsWith(organization("rival-games").id() + " ADMIN");
  }

  @Test
  void refusesRequestsWithoutTokenAsAGraphQlError() {
    Reply reply = server.query(null, "{ viewer }");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
    assertThat(reply.header("X-Request-Id")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "outlay_AAAA", "a.b.c", "demo-admin\u00e9"})
  void refusesTokensNobodyKnows(String token) {
    HttpRequest.Builder request =
        server.request("/graphql?query=x", null).header("Authorization", "Bearer " + token).GET();

    Reply reply = server.send(request);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
    assertThat(reply.text()).doesNotContain(token);
  }

  @Test
  void refusesATokenInTheAddress() {
    Reply reply = server.get("/graphql?access_token=demo-admin", null);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.message()).contains("address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/health", "/imports", "/else"})
  void everythingElseAsksForAToken(String path) {
    assertThat(server.get(path, null).status()).isEqualTo(401);
  }

  @Test
  void pagesAreOpen() {
    assertThat(server.get("/", null).status()).isEqualTo(200);
    assertThat(server.get("/graphiql", null).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "demo-admin, query, auditEvents, true",
    "demo-manager, query, auditEvents, false",
    "demo-analyst, query, performance, true",
    "demo-analyst, mutation, spendImport, false",
    "demo-manager, mutation, spendImport, true",
    "demo-manager, mutation, apiTokenCreate, false",
    "demo-admin, mutation, apiTokenCreate, true",
    "demo-partner, query, performance, false",
    "demo-partner, query, __typename, true",
    "demo-admin, query, invented, false"
  })
  void rolesDecideWhichRootFieldsAreAnswered(
      String token, String operation, String field, boolean allowed) {
    Reply reply = server.query(token, operation + " { x: " + field + " }");

    assertThat(reply.code()).isEqualTo(allowed ? "" : "FORBIDDEN");
    assertThat(reply.at("/data/x").asString("")).isEqualTo(allowed ? seen(field) : "");
  }

  @Test
  void aRevokedTokenIsRefusedWithinASecond() {
    Organization demo = organization("demo-games");
    ApiTokens tokens = server.bean(ApiTokens.class);
    TokenGrant grant = new TokenGrant("Brief", Role.ANALYST, Scope.EVERYTHING, null);
    CreatedToken made =
        Objects.requireNonNull(
            tokens.create(demo.id(), "test", grant, TokenSecret.random()).block(PATIENCE));
    String secret = made.secret().reveal();
    assertThat(server.query(secret, "{ viewer }").status()).isEqualTo(200);

    tokens.revoke(admin(demo), made.token().id()).block(PATIENCE);
    Instant end = Instant.now().plusSeconds(1);
    int status = 200;
    while (status == 200 && Instant.now().isBefore(end)) {
      status = server.query(secret, "{ viewer }").status();
    }

    assertThat(status).isEqualTo(401);
  }

  @Test
  void aJwtTellsOrganizationAndRole() throws JOSEException {
    Reply reply = server.query(issuer.token(inAnHour(), CLAIMS), "{ viewer }");

    assertThat(reply.at("/data/viewer").asString())
        .isEqualTo(organization("demo-games").id() + " ANALYST jwt:ada");
  }

  @Test
  void refusesJwtsThatAreForgedOrExpired() throws JOSEException {
    Instant longAgo = Instant.now().minus(Duration.ofDays(1));

    for (String token :
        new String[] {issuer.token(longAgo, CLAIMS), Issuer.forged(inAnHour(), CLAIMS)}) {
      Reply reply = server.query(token, "{ viewer }");

      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
    }
  }

  @Test
  void refusesJwtsThatNameNoOrganizationOrRoleOfThisServer() throws JOSEException {
    Map<String, Map<String, String>> claims =
        Map.of(
            "outlay_org names no organization",
            Map.of("outlay_org", "nobody", "outlay_role", "admin"),
            "outlay_role is no role",
            Map.of("outlay_org", "demo-games", "outlay_role", "boss"),
            "no claim outlay_org",
            Map.of("outlay_role", "admin"));
    for (var wrong : claims.entrySet()) {
      Reply reply = server.query(issuer.token(inAnHour(), wrong.getValue()), "{ viewer }");

      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.code()).isEqualTo("FORBIDDEN");
      assertThat(reply.message()).contains(wrong.getKey());
    }
  }

  @Test
  void probesAreToldOneWordWithoutAToken() {
    for (String probe : new String[] {"liveness", "readiness"}) {
      Reply reply = server.get("/actuator/health/" + probe, null);

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.at("/status").asString()).isEqualTo("UP");
      assertThat(reply.at("/components").isMissingNode()).isTrue();
    }
  }

  @Test
  void aMissingRedisOrKafkaIsDegradedAndNotDead() {
    Reply reply = server.get("/actuator/health", "demo-admin");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/status").asString()).isEqualTo("DEGRADED");
    assertThat(reply.at("/components/database/status").asString()).isEqualTo("UP");
    assertThat(reply.at("/components/redis/status").asString()).isEqualTo("DEGRADED");
    assertThat(reply.at("/components/kafka/status").asString()).isEqualTo("DEGRADED");
  }

  @Test
  void metricsAreForThoseWhoRead() {
    Reply metrics = server.get("/actuator/prometheus", "demo-analyst");

    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.text()).contains("jvm_memory_used_bytes").contains("application=\"outlay\"");
    assertThat(server.get("/actuator/prometheus", "demo-partner").status()).isEqualTo(403);
    assertThat(server.get("/actuator/prometheus", null).status()).isEqualTo(401);
  }

  @Test
  void keepsASaneRequestId() {
    HttpRequest.Builder request = server.request("/actuator/health/liveness", null);

    assertThat(server.send(request.header("X-Request-Id", "abc-1").GET()).header("X-Request-Id"))
        .isEqualTo("abc-1");
  }

  private static String seen(String field) {
    return switch (field) {
      case "__typename" -> "Query";
      case "spendImport", "apiTokenCreate" -> "done";
      default -> "seen";
    };
  }

  private static Instant inAnHour() {
    return Instant.now().plus(Duration.ofHours(1));
  }

  private static Organization organization(String key) {
    return Objects.requireNonNull(server.bean(Organizations.class).findByKey(key).block(PATIENCE));
  }

  private static Viewer admin(Organization organization) {
    return new Viewer(
        organization.id(),
        "token:0 test",
        0L,
        Role.ADMIN,
        Scope.EVERYTHING,
        Language.ENGLISH,
        null);
  }
}
