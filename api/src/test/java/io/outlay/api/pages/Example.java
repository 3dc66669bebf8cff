package io.outlay.api.pages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operation GraphiQL offers, as a reader would send it today.
 *
 * @param kind kind of user it is for
 * @param name name of its file
 * @param query text of the operation
 * @param variables its variables as JSON, dates filled in
 */
record Example(String kind, String name, String query, JsonNode variables) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern DAY = Pattern.compile("\\{today(?:([+-]\\d+)d)?\\}");
  private static final Pattern MONTH = Pattern.compile("\\{month(?:-(\\d+)m)?\\}");

  /** All examples of the jar. */
  static Stream<Example> all() throws IOException {
    Resource[] files =
        new PathMatchingResourcePatternResolver().getResources("classpath*:operations/*/*.graphql");
    return Stream.of(files).map(Example::read);
  }

  boolean isSubscription() {
    return query.contains("\nsubscription ");
  }

  /** Sends it with the demo token of its kind of user. */
  JsonNode sentTo(String endpoint) throws IOException, InterruptedException {
    String token = Objects.requireNonNull(DemoTokens.OF_DEMO_GAMES.tokens().get(kind));
    String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  @Override
  public String toString() {
    return kind + "/" + name;
  }

  private static Example read(Resource file) {
    try {
      Path path = Path.of(file.getURL().getPath());
      int depth = path.getNameCount();
      String kind = path.getName(depth - 2).toString();
      String name = path.getName(depth - 1).toString().replace(".graphql", "");
      Resource variables = file.createRelative(name + ".variables.json");
      String json = variables.exists() ? filled(text(variables)) : "{}";
      return new Example(kind, name, text(file), JSON.readTree(json));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  private static String text(Resource file) throws IOException {
    return file.getContentAsString(StandardCharsets.UTF_8);
  }

  private static String filled(String text) {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    String days = DAY.matcher(text).replaceAll(d -> "" + today.plusDays(number(d.group(1))));
    LocalDate month = today.withDayOfMonth(1);
    return MONTH.matcher(days).replaceAll(m -> "" + month.minusMonths(number(m.group(1))));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
