package io.outlay.ingestion.simulator.world;

import java.util.ArrayList;
import java.util.List;

/** Decides what the campaigns of an account are for. */
final class PlanMaking {

  private static final List<String> APPLE_PLACES =
      List.of(
          "APPSTORE_SEARCH_RESULTS",
          "APPSTORE_SEARCH_RESULTS",
          "APPSTORE_SEARCH_TAB",
          "APPSTORE_TODAY_TAB");

  private PlanMaking() {}

  static CampaignPlan plan(
      AdPlatform platform, Publisher publisher, int number, long seed, int index) {
    List<Title> titles = publisher.titles();
    Title title = titles.get((index + number) % titles.size());
    Goal goal = goal(platform, title, index);
    DeviceSystem system = system(platform, goal, index);
    List<Part<String>> countries = countries(title, Mix.of(seed, index, 77));
    String name =
        title.name() + " | " + word(goal) + " | " + system + " | " + countries.getFirst().of();
    String channel = channel(platform, goal, index);
    return new CampaignPlan(
        name + " #" + (index + 1), title, goal, system, countries, channel, index == 4);
  }

  private static Goal goal(AdPlatform platform, Title title, int index) {
    if (index % 10 == 4) {
      return Goal.PRE_REGISTRATION;
    }
    if (platform == AdPlatform.APPLE_ADS) {
      return Goal.INSTALL;
    }
    return switch (index % 6) {
      case 2, 5 -> Goal.IN_APP_PURCHASE;
      case 3 -> title.webShop() ? Goal.WEB_PURCHASE : Goal.IN_APP_PURCHASE;
      default -> Goal.INSTALL;
    };
  }

  private static DeviceSystem system(AdPlatform platform, Goal goal, int index) {
    if (goal == Goal.WEB_PURCHASE) {
      return DeviceSystem.WEB;
    }
    return platform == AdPlatform.APPLE_ADS || index % 2 == 1
        ? DeviceSystem.IOS
        : DeviceSystem.ANDROID;
  }

  private static String word(Goal goal) {
    return switch (goal) {
      case INSTALL -> "Install";
      case PRE_REGISTRATION -> "Pre-registration";
      case IN_APP_PURCHASE -> "Payers";
      case WEB_PURCHASE -> "Web shop";
    };
  }

  private static String channel(AdPlatform platform, Goal goal, int index) {
    return switch (platform) {
      case META ->
          goal == Goal.WEB_PURCHASE || goal == Goal.PRE_REGISTRATION
              ? "OUTCOME_SALES"
              : "OUTCOME_APP_PROMOTION";
      case GOOGLE_ADS -> googleChannel(goal, index);
      case APPLE_ADS -> APPLE_PLACES.get(index % APPLE_PLACES.size());
    };
  }

  private static String googleChannel(Goal goal, int index) {
    if (goal != Goal.WEB_PURCHASE) {
      return "MULTI_CHANNEL";
    }
    return index % 12 == 3 ? "SEARCH" : "PERFORMANCE_MAX";
  }

  private static List<Part<String>> countries(Title title, long seed) {
    List<Part<String>> parts = new ArrayList<>();
    int left = 1_000;
    for (String country : title.countries()) {
      int part = left * (55 + Mix.below(20, seed, parts.size())) / 100;
      parts.add(new Part<>(country, part));
      left -= part;
    }
    return parts;
  }
}
