package io.outlay.api.security;

import static io.outlay.domain.organization.Role.ADMIN;
import static io.outlay.domain.organization.Role.ANALYST;
import static io.outlay.domain.organization.Role.MANAGER;
import static io.outlay.domain.organization.Role.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.FieldDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.outlay.domain.organization.Role;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class RootFieldAccessTests {

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyRootFieldOfTheSchemaIsWrittenDown(Operation operation) throws IOException {
    assertThat(RootFieldAccess.of(operation).keySet()).isEqualTo(rootFields(operation));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void nobodyMayAskForAFieldThatIsNotWrittenDown(Role role) {
    for (Operation operation : Operation.values()) {
      assertThat(RootFieldAccess.allows(role, operation, "invented")).isFalse();
    }
    assertThat(RootFieldAccess.allows(role, Operation.QUERY, "spendImport")).isFalse();
  }

  @Test
  void anAdminMayDoEverythingThatIsWrittenDown() {
    for (Operation operation : Operation.values()) {
      assertThat(RootFieldAccess.of(operation).values()).allMatch(roles -> roles.contains(ADMIN));
    }
  }

  @Test
  void anAnalystChangesNothing() {
    assertThat(allowed(ANALYST, Operation.MUTATION)).isEmpty();
    assertThat(allowed(ANALYST, Operation.QUERY)).contains("performance", "campaigns");
  }

  @Test
  void aPartnerSeesOnlyItself() {
    assertThat(allowed(PARTNER, Operation.QUERY)).containsExactly("viewer");
    assertThat(allowed(PARTNER, Operation.MUTATION)).isEmpty();
    assertThat(allowed(PARTNER, Operation.SUBSCRIPTION)).isEmpty();
  }

  @Test
  void aManagerHandlesDataButNotAccess() {
    assertThat(allowed(MANAGER, Operation.MUTATION))
        .contains("spendImport", "campaignLabelsSet")
        .doesNotContain("apiTokenCreate", "apiTokenRevoke", "organizationUpdate");
    assertThat(allowed(MANAGER, Operation.QUERY)).doesNotContain("auditEvents", "apiTokens");
  }

  private static Set<String> allowed(Role role, Operation operation) {
    return RootFieldAccess.of(operation).keySet().stream()
        .filter(field -> RootFieldAccess.allows(role, operation, field))
        .collect(Collectors.toSet());
  }

  private static Set<String> rootFields(Operation operation) throws IOException {
    String type =
        switch (operation) {
          case QUERY -> "Query";
          case MUTATION -> "Mutation";
          case SUBSCRIPTION -> "Subscription";
        };
    Set<String> names = new HashSet<>();
    registry().objectTypeExtensions().getOrDefault(type, List.of()).stream()
        .flatMap(extension -> extension.getFieldDefinitions().stream())
        .map(FieldDefinition::getName)
        .forEach(names::add);
    return names;
  }

  private static TypeDefinitionRegistry registry() throws IOException {
    TypeDefinitionRegistry all = new TypeDefinitionRegistry();
    for (Resource file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:graphql/**/*.graphqls")) {
      try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
        all.merge(new SchemaParser().parse(reader));
      }
    }
    return all;
  }
}
