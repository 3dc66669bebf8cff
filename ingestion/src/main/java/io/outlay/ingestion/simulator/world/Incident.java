package io.outlay.ingestion.simulator.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that went wrong. Every month has the same three: an overspend on the 4th, broken
 * tracking on the 10th and 11th, dear impressions on the 17th to 19th.
 *
 * @param kind what went wrong
 * @param accountId the account's number
 * @param campaignId the campaign's number
 * @param days when
 */
public record Incident(IncidentKind kind, long accountId, long campaignId, DayRange days) {

  private static final int OVERSPEND_DAY = 4;
  private static final int BREAK_FROM = 10;
  private static final int BREAK_TO = 11;
  private static final int JUMP_FROM = 17;
  private static final int JUMP_TO = 19;

  /** What goes wrong in a campaign on a day. */
  static Optional<IncidentKind> of(AdAccount account, Campaign campaign, LocalDate day) {
    return account.number() == 1 ? first(campaign, day) : second(campaign, day);
  }

  private static Optional<IncidentKind> first(Campaign campaign, LocalDate day) {
    int of = day.getDayOfMonth();
    if (campaign.index() == 1 && of == OVERSPEND_DAY) {
      return Optional.of(IncidentKind.OVERSPEND);
    }
    return campaign.index() == 0 && of >= JUMP_FROM && of <= JUMP_TO
        ? Optional.of(IncidentKind.CPM_JUMP)
        : Optional.empty();
  }

  private static Optional<IncidentKind> second(Campaign campaign, LocalDate day) {
    int of = day.getDayOfMonth();
    return campaign.index() == 1 && of >= BREAK_FROM && of <= BREAK_TO
        ? Optional.of(IncidentKind.TRACKING_BREAK)
        : Optional.empty();
  }

  /** All incidents of an account that touch a range, day by day. */
  public static List<Incident> all(AdAccount account, DayRange range) {
    List<Incident> incidents = new ArrayList<>();
    for (Campaign campaign : account.campaigns()) {
      range
          .days()
          .forEach(
              day ->
                  of(account, campaign, day)
                      .map(kind -> on(kind, account, campaign, day))
                      .ifPresent(incidents::add));
    }
    return incidents;
  }

  private static Incident on(
      IncidentKind kind, AdAccount account, Campaign campaign, LocalDate day) {
    return new Incident(kind, account.id(), campaign.id(), new DayRange(day, day));
  }
}
