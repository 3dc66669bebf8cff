package io.outlay.ingestion.simulator.world;

import java.time.LocalDate;
import java.util.SplittableRandom;

/** What an ad does on a day once everything is counted that will ever be counted. */
final class Delivery {

  /** One day in so many an ad is not shown at all. */
  private static final int RESTING_DAYS = 33;

  /** One day in so many it is shown to hardly anybody. */
  private static final int TRICKLING_DAYS = 25;

  private static final int PRICE_CENTS = 1_890;
  private static final int WEB_PRICE_CENTS = 3_460;

  private final AdSlot slot;
  private final LocalDate day;
  private final Market market;
  private final SplittableRandom dice;
  private final Figures figures = new Figures();

  private Delivery(AdSlot slot, LocalDate day) {
    this.slot = slot;
    this.day = day;
    this.market = Market.of(slot.account().platform());
    this.dice = Mix.dice(slot.campaign().seed(), slot.ad().id(), day.toEpochDay());
  }

  static Figures of(AdSlot slot, LocalDate day) {
    boolean rests = slot.campaign().stateOn(day) != LifeState.ACTIVE || slot.ad().isDeletedOn(day);
    return rests ? Figures.none() : new Delivery(slot, day).figures();
  }

  private Figures figures() {
    IncidentKind incident = Incident.of(slot.account(), slot.campaign(), day).orElse(null);
    if (dice.nextInt(RESTING_DAYS) == 0) {
      return figures;
    }
    long cost = cost(incident == IncidentKind.OVERSPEND ? 26 : 10);
    long clicks = show(cost, incident == IncidentKind.CPM_JUMP ? 3 : 1);
    if (incident != IncidentKind.TRACKING_BREAK) {
      convert(clicks);
    }
    return figures;
  }

  private long cost(int tenths) {
    Campaign campaign = slot.campaign();
    long all = 0;
    for (AdGroup group : campaign.groups()) {
      for (Ad ad : group.ads()) {
        all += ad.weight();
      }
    }
    long cost = campaign.budgetOn(day) * slot.ad().weight() / all;
    cost = cost * Calendar.permille(day) / 1_000;
    cost = cost * (780 + Mix.below(300, campaign.seed(), day.toEpochDay())) / 1_000;
    long part = dice.nextInt(TRICKLING_DAYS) == 0 ? 100 : 1;
    return cost * (700 + dice.nextInt(601)) / 1_000 * tenths / 10 / part;
  }

  private long show(long cost, int dearer) {
    long cpm = slot.account().currency().ofCents(market.cpmCents());
    cpm = Math.max(1, cpm * dearer * (850 + dice.nextInt(301)) / 1_000);
    long impressions = cost * 1_000 / cpm;
    long rate = market.clickPermyriad() * (800L + dice.nextInt(401)) / 1_000;
    long clicks = Math.min(impressions, thrown(impressions, rate));
    figures.set(Measure.COST, impressions == 0 ? 0 : cost);
    figures.set(Measure.IMPRESSIONS, impressions);
    figures.set(Measure.CLICKS, clicks);
    figures.set(Measure.CLICKS_ALL, clicks * market.allClicksPercent() / 100);
    figures.set(Measure.VIDEO_VIEWS, impressions * market.videoPermille() / 1_000);
    return clicks;
  }

  private void convert(long clicks) {
    switch (slot.campaign().plan().goal()) {
      case INSTALL -> installs(clicks, market.installPermyriad(), market.buyerPermyriad());
      case IN_APP_PURCHASE ->
          installs(clicks, market.installPermyriad() / 2, 3 * market.buyerPermyriad());
      case PRE_REGISTRATION ->
          figures.set(
              Measure.PRE_REGISTRATIONS, counted(clicks, market.installPermyriad() * 5 / 4));
      case WEB_PURCHASE -> purchases(counted(clicks, market.webBuyerPermyriad()), WEB_PRICE_CENTS);
    }
    figures.set(Measure.SECONDARY, counted(clicks, market.installPermyriad() / 3));
    figures.set(Measure.VIEW_THROUGH, counted(clicks, market.installPermyriad() / 8));
  }

  private void installs(long clicks, int installRate, int buyerRate) {
    long installs = counted(clicks, installRate);
    figures.set(Measure.INSTALLS, installs);
    figures.set(Measure.VIEW_INSTALLS, counted(clicks, installRate / 9));
    purchases(counted(installs / 100, buyerRate), PRICE_CENTS);
  }

  private void purchases(long purchases, int cents) {
    long permille = slot.campaign().plan().title().valuePermille();
    long price =
        slot.account().currency().ofCents(cents * permille / 1_000 * (700 + dice.nextInt(601)))
            / 1_000;
    figures.set(Measure.PURCHASES, purchases);
    figures.set(Measure.VALUE, purchases * price / 100);
  }

  /** Conversions in hundredths; whole ones where the platform knows no others. */
  private long counted(long of, long permyriad) {
    return market.fractional() ? of * permyriad / 100 : 100 * thrown(of, permyriad);
  }

  private long thrown(long of, long permyriad) {
    return (of * permyriad + dice.nextInt(10_000)) / 10_000;
  }
}
