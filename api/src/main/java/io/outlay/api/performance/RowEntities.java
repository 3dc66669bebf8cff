package io.outlay.api.performance;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.campaign.Ad;
import io.outlay.domain.campaign.AdGroup;
import io.outlay.domain.campaign.Campaign;
import io.outlay.domain.channel.Channel;
import java.util.Map;

/**
 * What a page of rows speaks of, by number. Apart from channels it holds only what was selected.
 */
record RowEntities(
    Map<Long, Channel> channels,
    Map<Long, AdAccount> adAccounts,
    Map<Long, Campaign> campaigns,
    Map<Long, AdGroup> adGroups,
    Map<Long, Ad> ads,
    DayNames names) {}
