package io.outlay.bench;

import io.outlay.ingestion.simulator.user.PlayedCompany;
import io.outlay.ingestion.simulator.user.TrueChance;
import io.outlay.ingestion.simulator.user.UserHistory;
import io.outlay.scoring.metric.CalibrationLine;
import io.outlay.scoring.metric.RocAuc;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The demo's scores of today beside the best anybody could say: the users are played, so what
 * becomes of them and how likely it was are known. Asks a running server for the scores over
 * GraphQL, prints ROC-AUC of both and how the scores' probabilities come true, and ends.
 *
 * <p>Arguments: address of the endpoint, token, company ({@code DEMO_GAMES} or {@code
 * RIVAL_GAMES}), and the day its organization was made.
 */
final class BestAttainable {

  private static final int AT_ONCE = 1_000;

  private final GraphQlClient client;
  private final UserHistory users;
  private final LocalDate first;
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private BestAttainable(GraphQlClient client, PlayedCompany company, LocalDate begun) {
    this.client = client;
    this.users = company.users(begun);
    this.first = begun.minusMonths(13);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    BestAttainable comparison =
        new BestAttainable(
            new GraphQlClient(arguments[0], arguments[1]),
            PlayedCompany.valueOf(arguments[2]),
            LocalDate.parse(arguments[3]));
    System.out.printf(
        "%-22s %7s %7s %9s %9s %9s %9s%n",
        "kind", "users", "events", "best", "Outlay", "slope", "obs/exp");
    comparison.compare("CHURN", "CHURN", comparison.leavings());
    comparison.compare("FRAUD", "FRAUD", comparison.abuses());
    for (int age : new int[] {0, 1, 3}) {
      comparison.compare(
          "FIRST_PURCHASE day " + age, "FIRST_PURCHASE", comparison.firstPurchases(age));
    }
  }

  private List<TrueChance> leavings() {
    return users.leavings(first, today);
  }

  private List<TrueChance> abuses() {
    return users.abuses(first, today);
  }

  /** Those of this age today; one day's users are few, so this line is a rough one. */
  private List<TrueChance> firstPurchases(int age) {
    return users.firstPurchases(today, age);
  }

  private void compare(String title, String kind, List<TrueChance> truth)
      throws IOException, InterruptedException {
    Map<String, Double> told = probabilities(kind, truth.stream().map(TrueChance::userId).toList());
    List<TrueChance> known =
        truth.stream().filter(chance -> told.containsKey(chance.userId())).toList();
    boolean[] happens = new boolean[known.size()];
    double[] best = new double[known.size()];
    double[] probabilities = new double[known.size()];
    for (int i = 0; i < happens.length; i++) {
      happens[i] = known.get(i).happens();
      best[i] = known.get(i).chance();
      probabilities[i] = told.getOrDefault(known.get(i).userId(), Double.NaN);
    }
    long events = known.stream().filter(TrueChance::happens).count();
    System.out.printf(
        "%-22s %7d %7d %9.4f %9.4f %9.3f %9.3f%n",
        title,
        happens.length,
        events,
        RocAuc.of(best, happens),
        RocAuc.of(probabilities, happens),
        CalibrationLine.of(probabilities, happens).slope(),
        events / Arrays.stream(probabilities).sum());
  }

  private Map<String, Double> probabilities(String kind, List<String> userIds)
      throws IOException, InterruptedException {
    Map<String, Double> told = new HashMap<>();
    for (List<String> some : portions(userIds)) {
      String ids = some.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
      JsonNode results =
          client
              .send(
                  "{riskScores(kind: "
                      + kind
                      + ", externalUserIds: ["
                      + ids
                      + "]) {externalUserId score {probability}}}")
              .get("riskScores");
      for (JsonNode result : results) {
        if (result.path("score").has("probability")) {
          told.put(
              result.get("externalUserId").asString(),
              result.get("score").get("probability").asDouble());
        }
      }
    }
    return told;
  }

  private static List<List<String>> portions(List<String> userIds) {
    List<List<String>> portions = new ArrayList<>();
    for (int from = 0; from < userIds.size(); from += AT_ONCE) {
      portions.add(userIds.subList(from, Math.min(userIds.size(), from + AT_ONCE)));
    }
    return portions;
  }
}
