package io.outlay.api.role;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;

/** A part of Outlay that a process may run. {@code outlay.roles} names those of this one. */
public enum ProcessRole {
  /** Answers requests: GraphQL, uploads, pages. */
  API,
  /** Imports files, applies slices, fetches exchange rates, thins history. */
  INGESTION,
  /** Scores users. */
  SCORING,
  /** Watches budgets and figures. */
  ALERTS;

  private static final String SETTING = "outlay.roles";

  /**
   * Roles of this process; all where the setting is absent.
   *
   * @throws WrongRole where a role is unknown, or none is named
   */
  public static Set<ProcessRole> of(Environment environment) {
    String[] names = environment.getProperty(SETTING, String[].class);
    if (names == null) {
      return EnumSet.allOf(ProcessRole.class);
    }
    List<String> given = Arrays.stream(names).map(String::strip).toList();
    Set<ProcessRole> roles = EnumSet.noneOf(ProcessRole.class);
    given.forEach(name -> roles.add(named(name).orElseThrow(() -> new WrongRole(name))));
    if (roles.isEmpty()) {
      throw new WrongRole("");
    }
    return roles;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(ProcessRole::settingName).toList();
  }

  private static Optional<ProcessRole> named(String name) {
    return Arrays.stream(values()).filter(role -> role.settingName().equals(name)).findFirst();
  }

  private String settingName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
