package io.outlay.ingestion.simulator.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes the campaigns of one account. The same arguments always make the same campaigns. */
record CampaignMaking(
    AdPlatform platform,
    Publisher publisher,
    int number,
    BillingCurrency currency,
    long seed,
    LocalDate firstDay,
    LocalDate anchor) {

  private static final List<String> GROUP_NAMES = List.of("Broad", "Lookalike", "Interest");

  List<Campaign> make(int count) {
    List<Campaign> campaigns = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      campaigns.add(campaign(index));
    }
    return campaigns;
  }

  private Campaign campaign(int index) {
    CampaignPlan plan = PlanMaking.plan(platform, publisher, number, seed, index);
    long id = idBase() + (index + 1) * 10_000L;
    long own = Mix.of(seed, index);
    long cents = (6_000L + 1_000L * Mix.below(35, own, 1)) * publisher.budgetPermille() / 1_000;
    return new Campaign(
        id, index, plan, currency.ofCents(cents), life(index, own), own, groups(index, id, plan));
  }

  private long idBase() {
    long base =
        switch (platform) {
          case META -> 120_210_000_000_000_000L;
          case GOOGLE_ADS -> 20_000_000_000L;
          case APPLE_ADS -> 540_000_000L;
        };
    return base + (publisher.number() * 10L + number) * 1_000_000L;
  }

  /** The stories told in docs/simulator.md, by the campaign's place in its account. */
  private Life life(int index, long own) {
    Life life = Life.from(firstDay.plusDays(Mix.below(60, own, 2)));
    return switch (index) {
      case 6 -> life.restingMonthly();
      case 7 -> life.resting(anchor.minusDays(60), anchor.minusDays(40));
      case 8 -> life.ending(anchor.minusDays(10), LifeState.PAUSED);
      case 9 -> life.ending(anchor.minusDays(30), LifeState.ARCHIVED);
      case 10 -> life.ending(anchor.minusDays(20), LifeState.REMOVED);
      case 11 -> life.renamed(anchor.minusDays(14));
      case 12 -> Life.from(anchor.minusDays(45));
      case 13 -> Life.from(anchor.plusDays(7));
      case 14 -> Life.from(anchor.plusDays(25));
      default -> life;
    };
  }

  private List<AdGroup> groups(int index, long campaignId, CampaignPlan plan) {
    List<AdGroup> groups = new ArrayList<>();
    int count = index % 3 == 0 ? 3 : 2;
    for (int group = 0; group < count; group++) {
      boolean reported = !hidesGroup(index, plan, group == count - 1);
      long id = campaignId + (group + 1) * 100L;
      String name = plan.title().name() + " " + GROUP_NAMES.get(group);
      groups.add(new AdGroup(id, name, reported, ads(index, id, group, reported)));
    }
    return groups;
  }

  /** Performance Max shows no ad groups at all, every fifth app campaign all but one. */
  private static boolean hidesGroup(int index, CampaignPlan plan, boolean last) {
    return plan.channel().equals("PERFORMANCE_MAX")
        || (plan.channel().equals("MULTI_CHANNEL") && index % 5 == 0 && last);
  }

  private List<Ad> ads(int index, long groupId, int group, boolean groupReported) {
    List<Ad> ads = new ArrayList<>();
    int count = 2 + Mix.below(2, groupId, seed);
    for (int ad = 0; ad < count; ad++) {
      long id = groupId + ad + 1;
      boolean searchMatch = platform == AdPlatform.APPLE_ADS && index % 7 == 1 && group == 1;
      boolean deleted = platform == AdPlatform.META && (index == 2 || index == 5) && ad == 1;
      ads.add(
          new Ad(
              id,
              Mix.below(12, id, seed) == 0 ? null : "Creative " + (char) ('A' + ad) + " " + id % 97,
              groupReported && !searchMatch,
              300 + Mix.below(700, id, seed, 3),
              deleted ? anchor.minusDays(25) : null));
    }
    return ads;
  }
}
