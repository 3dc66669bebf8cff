package io.outlay.ingestion.simulator.world;

import java.util.List;

/**
 * What a campaign is for.
 *
 * @param name its first name
 * @param title the game
 * @param goal what it is paid to bring about
 * @param system where its ads lead
 * @param countries where it is shown, with each country's part
 * @param channel the platform's own word for the sort of campaign
 * @param namedByMonth whether its name ends in the month and changes on every 15th
 */
public record CampaignPlan(
    String name,
    Title title,
    Goal goal,
    DeviceSystem system,
    List<Part<String>> countries,
    String channel,
    boolean namedByMonth) {

  /** Copies the countries. */
  public CampaignPlan {
    countries = List.copyOf(countries);
  }
}
