package io.outlay.api.pages;

import java.util.Map;

/**
 * Tokens GraphiQL fills in on a demo server. They are public: they exist with the demo organization
 * only, and never in production.
 *
 * @param token the one to begin with
 * @param tokens the one that fits each kind of user, by the name of its folder of operations
 */
record DemoTokens(String token, Map<String, String> tokens) {

  static final DemoTokens OF_DEMO_GAMES =
      new DemoTokens(
          "demo-admin",
          Map.of(
              "marketing-manager", "demo-manager",
              "analyst", "demo-analyst",
              "data-scientist", "demo-analyst",
              "administrator", "demo-admin",
              "partner", "demo-partner"));
}
