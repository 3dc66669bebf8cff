package io.outlay.ingestion.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An account with a platform. Two accounts are the same when their ids are.
 *
 * <p>A class and not a record: its campaigns refer back to it through {@link AdSlot}.
 */
public final class AdAccount {

  private final AdPlatform platform;
  private final Publisher publisher;
  private final int number;
  private final long id;
  private final BillingCurrency currency;
  private final ZoneId zone;
  private final List<Campaign> campaigns;
  private final List<AdSlot> slots;

  AdAccount(
      AdPlatform platform,
      Publisher publisher,
      int number,
      long id,
      BillingCurrency currency,
      ZoneId zone,
      List<Campaign> campaigns) {
    this.platform = platform;
    this.publisher = publisher;
    this.number = number;
    this.id = id;
    this.currency = currency;
    this.zone = zone;
    this.campaigns = List.copyOf(campaigns);
    this.slots = slots(this);
  }

  private static List<AdSlot> slots(AdAccount account) {
    List<AdSlot> slots = new ArrayList<>();
    for (Campaign campaign : account.campaigns) {
      for (AdGroup group : campaign.groups()) {
        group.ads().forEach(ad -> slots.add(new AdSlot(account, campaign, group, ad)));
      }
    }
    return List.copyOf(slots);
  }

  /** The platform. */
  public AdPlatform platform() {
    return platform;
  }

  /** Whose account it is. */
  public Publisher publisher() {
    return publisher;
  }

  /** 1 for the publisher's first account with the platform, 2 for the second. */
  public int number() {
    return number;
  }

  /** The platform's number of the account, without {@code act_} or hyphens. */
  public long id() {
    return id;
  }

  /** The number by which Apple's newer interface knows it; the same as {@link #id} elsewhere. */
  public long adAccountId() {
    return platform == AdPlatform.APPLE_ADS ? id + 700_000_000L : id;
  }

  /** Shown name. */
  public String name() {
    return publisher.name() + " " + currency + " " + number;
  }

  /** What it is billed in. */
  public BillingCurrency currency() {
    return currency;
  }

  /** The zone its days are cut in. */
  public ZoneId zone() {
    return zone;
  }

  /** Its day at {@code now}. */
  public LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  /** All campaigns it ever had or will have, in order of their number. */
  public List<Campaign> campaigns() {
    return campaigns;
  }

  /** The campaign of a number. */
  public Optional<Campaign> campaign(long campaignId) {
    return campaigns.stream().filter(campaign -> campaign.id() == campaignId).findFirst();
  }

  /** Everything that delivers, in order of campaign, ad group and ad. */
  public List<AdSlot> slots() {
    return slots;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AdAccount account && account.id == id && account.platform == platform;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }

  @Override
  public String toString() {
    return platform + " " + id;
  }
}
