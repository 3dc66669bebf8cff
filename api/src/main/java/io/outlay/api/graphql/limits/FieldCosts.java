package io.outlay.api.graphql.limits;

import graphql.schema.GraphQLFieldDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Expected cost of fields, as data ({@code graphql-costs.properties}: {@code Type.field =
 * statements rows}). What is not listed follows a rule: a field at the top and a field with pages
 * take one statement, others come with their parent.
 */
@Component
public final class FieldCosts {

  static final int USUAL_PAGE = 50;

  private static final String FILE = "/graphql-costs.properties";
  private static final Set<String> TOP = Set.of("Query", "Mutation", "Subscription");
  private static final Cost NOTHING = new Cost(0, 0);
  private static final Cost ONE_STATEMENT = new Cost(1, 0);

  private final Map<String, Cost> listed = new HashMap<>();

  FieldCosts() {
    try (InputStream file = FieldCosts.class.getResourceAsStream(FILE)) {
      Properties properties = new Properties();
      properties.load(file);
      properties
          .stringPropertyNames()
          .forEach(name -> listed.put(name, Cost.parse(name, properties.getProperty(name))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE + " cannot be read", unreadable);
    }
  }

  /**
   * Expected cost of one field.
   *
   * @param statements for all parents together
   * @param rows for each parent
   */
  record Cost(int statements, int rows) {

    private static Cost parse(String name, String text) {
      String[] parts = text.strip().split("\\s+", -1);
      if (parts.length != 2) {
        throw new IllegalStateException(
            name + " = " + text + " in " + FILE + "; expected two numbers: statements rows");
      }
      return new Cost(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
  }

  /** Coordinates of the fields listed, for a test that they exist. */
  Set<String> names() {
    return Set.copyOf(listed.keySet());
  }

  Cost of(String type, GraphQLFieldDefinition field) {
    Cost found = listed.get(type + "." + field.getName());
    if (found != null) {
      return found;
    }
    return TOP.contains(type) || field.getArgument("first") != null ? ONE_STATEMENT : NOTHING;
  }
}
