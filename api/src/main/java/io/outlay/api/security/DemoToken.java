package io.outlay.api.security;

import io.outlay.domain.organization.Role;
import java.util.Arrays;

/** The tokens everybody knows. They exist in the demo only; production refuses them. */
enum DemoToken {
  DEMO_ADMIN("demo-admin", DemoOrganization.DEMO_GAMES, Role.ADMIN),
  DEMO_MANAGER("demo-manager", DemoOrganization.DEMO_GAMES, Role.MANAGER),
  DEMO_ANALYST("demo-analyst", DemoOrganization.DEMO_GAMES, Role.ANALYST),
  DEMO_PARTNER("demo-partner", DemoOrganization.DEMO_GAMES, Role.PARTNER),
  RIVAL_ADMIN("rival-admin", DemoOrganization.RIVAL_GAMES, Role.ADMIN);

  private final String secret;
  private final DemoOrganization organization;
  private final Role role;

  DemoToken(String secret, DemoOrganization organization, Role role) {
    this.secret = secret;
    this.organization = organization;
    this.role = role;
  }

  String secret() {
    return secret;
  }

  DemoOrganization organization() {
    return organization;
  }

  Role role() {
    return role;
  }

  static boolean isOne(String token) {
    return Arrays.stream(values()).anyMatch(known -> known.secret.equals(token));
  }
}
