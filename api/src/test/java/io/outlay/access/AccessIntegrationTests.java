package io.outlay.access;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.outlay.access.AccessServer.Reply;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationDetails;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.TokenGrant;
import io.outlay.domain.organization.TokenSecret;
import io.outlay.domain.organization.postgres.ApiTokens;
import io.outlay.domain.organization.postgres.Organizations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.graphql.execution.GraphQlSource;

/** Every root field of the real schema, asked by every role and with another company's ids. */
class AccessIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<String> FOR_ADMINS =
      Set.of(
          "auditEvents",
          "apiTokens",
          "organizationUpdate",
          "apiTokenCreate",
          "apiTokenRevoke",
          "userErase");

  private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);
  private static AccessServer server;
  private static GraphQLSchema schema;
  private static String rival;
  private static List<String> idsOfRival;

  @BeforeAll
  static void start() {
    server = AccessServer.startOutlay();
    schema = server.bean(GraphQlSource.class).schema();
    Organization demo = create("acme");
    for (Role role : Role.values()) {
      TOKENS.put(role, token(demo, role));
    }
    rival = token(create("rival"), Role.ADMIN);
    idsOfRival = ids(rival);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void queriesAnswerTheirRolesOnly(Role role) {
    for (GraphQLFieldDefinition field : fields(schema.getQueryType())) {
      boolean allowed =
          switch (role) {
            case ADMIN -> true;
            case MANAGER -> !FOR_ADMINS.contains(field.getName());
            case ANALYST ->
                !FOR_ADMINS.contains(field.getName()) && !field.getName().equals("deadLetters");
            case PARTNER -> field.getName().equals("viewer");
          };
      assertAllowed(allowed, role, server.query(token(role), sample("query", field)), field);
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void mutationsObeyTheirRolesOnly(Role role) {
    for (GraphQLFieldDefinition field : fields(schema.getMutationType())) {
      boolean allowed =
          role == Role.ADMIN || (role == Role.MANAGER && !FOR_ADMINS.contains(field.getName()));
      assertAllowed(allowed, role, server.query(token(role), sample("mutation", field)), field);
    }
  }

  @Test
  void partnersFollowNothing() {
    for (GraphQLFieldDefinition field : fields(schema.getSubscriptionType())) {
      Reply reply = server.subscribe(token(Role.PARTNER), sample("subscription", field));

      assertThat(reply.text()).as(field.getName()).contains("FORBIDDEN");
    }
  }

  @Test
  void nothingOfAnotherOrganizationIsFoundByItsId() {
    assertThat(idsOfRival).hasSizeGreaterThan(4);
    for (String id : idsOfRival) {
      Reply foreign = server.query(token(Role.ADMIN), "{ node(id: \"" + id + "\") { id } }");

      assertThat(foreign.at("/data").has("node")).as(foreign.text()).isTrue();
      assertThat(foreign.at("/data/node").isNull()).as(foreign.text()).isTrue();
    }
  }

  @Test
  void noRootFieldTellsForeignFromMissingIds() {
    List<GraphQLFieldDefinition> all = new ArrayList<>(fields(schema.getQueryType()));
    all.addAll(fields(schema.getMutationType()));
    for (GraphQLFieldDefinition field : all) {
      if (field.getArgument("id") == null) {
        continue;
      }
      String operation =
          schema.getMutationType().getField(field.getName()) == null ? "query" : "mutation";
      for (String id : idsOfRival) {
        Reply reply = server.query(token(Role.ADMIN), SampleOperation.of(operation, field, id));

        assertThat(reply.text()).as(field.getName()).doesNotContain("rival", "Rival", "SQL");
        assertThat(reply.text()).as(field.getName()).doesNotContain("INTERNAL_ERROR");
        assertThat(reply.text())
            .as(field.getName())
            .isEqualTo(
                server
                    .query(token(Role.ADMIN), SampleOperation.of(operation, field, missing(id)))
                    .text());
      }
    }
    assertThat(server.query(rival, "{ viewer { role } }").status()).isEqualTo(200);
  }

  /** The id of the same type that nothing has. */
  private static String missing(String id) {
    String plain = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
    String none = plain.substring(0, plain.indexOf(':')) + ":987654321";
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(none.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertAllowed(
      boolean allowed, Role role, Reply reply, GraphQLFieldDefinition field) {
    String what = role + " asks for " + field.getName() + ": " + reply.text();
    if (allowed) {
      assertThat(reply.text()).as(what).doesNotContain("FORBIDDEN");
    } else {
      assertThat(reply.code()).as(what).isEqualTo("FORBIDDEN");
    }
  }

  private static List<GraphQLFieldDefinition> fields(GraphQLObjectType type) {
    List<GraphQLFieldDefinition> fields = type.getFieldDefinitions();
    assertThat(fields).isNotEmpty();
    return fields;
  }

  private static String sample(String operation, GraphQLFieldDefinition field) {
    return SampleOperation.of(operation, field, idsOfRival.getFirst());
  }

  private static List<String> ids(String token) {
    Reply reply =
        server.query(
            token,
            "{ viewer { organization { id } } channels { id } apiTokens { nodes { id } }"
                + " auditEvents { nodes { id } } }");
    List<String> ids = new ArrayList<>();
    ids.add(reply.at("/data/viewer/organization/id").asString());
    for (String list : List.of("channels", "apiTokens/nodes", "auditEvents/nodes")) {
      reply.at("/data/" + list).forEach(node -> ids.add(node.at("/id").asString()));
    }
    return ids;
  }

  private static String token(Role role) {
    return Objects.requireNonNull(TOKENS.get(role));
  }

  private static String token(Organization organization, Role role) {
    TokenGrant grant = new TokenGrant(role.name(), role, Scope.EVERYTHING, null);
    TokenSecret secret = TokenSecret.random();
    server.bean(ApiTokens.class).create(organization.id(), "test", grant, secret).block(PATIENCE);
    return secret.reveal();
  }

  private static Organization create(String key) {
    OrganizationDetails details = OrganizationDetails.of(key, "Company " + key, "USD", "UTC");
    return Objects.requireNonNull(
        server.bean(Organizations.class).create(details, "test").block(PATIENCE));
  }
}
