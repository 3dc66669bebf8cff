package io.outlay.api.security;

import static io.outlay.domain.organization.Role.ADMIN;
import static io.outlay.domain.organization.Role.ANALYST;
import static io.outlay.domain.organization.Role.MANAGER;
import static io.outlay.domain.organization.Role.PARTNER;

import graphql.language.OperationDefinition.Operation;
import io.outlay.domain.organization.Role;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which role may ask for which root field. A field that is not written here is for nobody. */
final class RootFieldAccess {

  private static final Set<Role> EVERYBODY = EnumSet.of(ADMIN, MANAGER, ANALYST, PARTNER);
  private static final Set<Role> READERS = EnumSet.of(ADMIN, MANAGER, ANALYST);
  private static final Set<Role> MANAGERS = EnumSet.of(ADMIN, MANAGER);
  private static final Set<Role> ADMINS = EnumSet.of(ADMIN);

  private static final Map<String, Set<Role>> QUERIES =
      fields(
          EVERYBODY, "viewer",
          READERS, "node nodes metricDefinitions channels adAccounts campaigns performance",
          READERS, "imports exchangeRates jobs job",
          READERS, "user userByExternalId users riskScores riskScoreExplain",
          READERS, "riskModels",
          READERS, "actionRules decisions",
          MANAGERS, "deadLetters",
          ADMINS, "auditEvents apiTokens");

  private static final Map<String, Set<Role>> MUTATIONS =
      fields(
          MANAGERS, "spendImport exchangeRatesImport deadLetterReplay campaignLabelsSet",
          MANAGERS, "adAccountConnect adAccountUpdate adAccountDisconnect adAccountSync",
          MANAGERS, "usersScore actionRuleCreate actionRuleUpdate actionRuleDelete decisionReview",
          MANAGERS, "eventsRecord eventsImport",
          ADMINS, "userErase",
          MANAGERS, "riskFeaturesImport",
          MANAGERS, "riskModelTrain riskModelImport riskModelPromote riskModelRollback",
          MANAGERS, "experimentStart experimentStop",
          ADMINS, "organizationUpdate apiTokenCreate apiTokenRevoke");

  private static final Map<String, Set<Role>> SUBSCRIPTIONS =
      fields(READERS, "jobProgressed performanceChanged riskScoreChanged");

  private RootFieldAccess() {}

  /**
   * Whether a role may ask for a root field. Introspection is for everybody who is signed in.
   *
   * @param field name of a field of the operation's root type
   */
  static boolean allows(Role role, Operation operation, String field) {
    return field.startsWith("__") || of(operation).getOrDefault(field, Set.of()).contains(role);
  }

  /** The rules of the operation's root type, by field. */
  static Map<String, Set<Role>> of(Operation operation) {
    return switch (operation) {
      case QUERY -> QUERIES;
      case MUTATION -> MUTATIONS;
      case SUBSCRIPTION -> SUBSCRIPTIONS;
    };
  }

  @SuppressWarnings("unchecked") // pairs of roles and names, written above
  private static Map<String, Set<Role>> fields(Object... rolesAndNames) {
    Map<String, Set<Role>> byField = new HashMap<>();
    for (int i = 0; i < rolesAndNames.length; i += 2) {
      for (String name : ((String) rolesAndNames[i + 1]).split(" ", -1)) {
        byField.put(name, (Set<Role>) rolesAndNames[i]);
      }
    }
    return Map.copyOf(byField);
  }
}
