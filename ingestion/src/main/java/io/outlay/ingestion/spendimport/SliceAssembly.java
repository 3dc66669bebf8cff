package io.outlay.ingestion.spendimport;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.AdAccountDetails;
import io.outlay.domain.performance.AdAccountKey;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.Measurer;
import io.outlay.domain.performance.Replacement;
import io.outlay.domain.performance.Slice;
import io.outlay.domain.performance.SliceKey;
import io.outlay.domain.performance.View;
import io.outlay.domain.spendimport.KnownAccount;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the slices of one import from its file's.
 *
 * @param channel key of the channel
 * @param known what is known of the accounts, by external id
 * @param organizationZone zone of a new account whose zone nobody named
 * @param usualGoal the preset's goal; null where it has none
 * @param campaignIds all campaigns of the file, for a replacement by campaigns
 * @param uploadedAt when the file came
 */
record SliceAssembly(
    OrganizationId organization,
    long jobId,
    SpendImportRequest request,
    String channel,
    Level level,
    long sequence,
    int dictionaryVersion,
    Map<String, KnownAccount> known,
    ZoneId organizationZone,
    @Nullable ConversionKind usualGoal,
    Set<String> campaignIds,
    Instant uploadedAt) {

  private static final Map<String, String> CHANNEL_NAMES =
      Map.of("META", "Meta", "GOOGLE_ADS", "Google Ads", "APPLE_SEARCH_ADS", "Apple Search Ads");

  Slice slice(SpendSlice from) {
    return new Slice(
        new SliceKey(
            new AdAccountKey(organization, channel, from.accountId()),
            Measurer.PLATFORM,
            View.DELIVERY,
            request.dataset(),
            from.period()),
        details(from),
        level,
        sequence,
        uploadedAt,
        request.replace() == ImportReplacement.CAMPAIGNS
            ? new Replacement.Campaigns(campaignIds)
            : new Replacement.WholeSlice(),
        request.replace() == ImportReplacement.ANY_SOURCE,
        request.rawInputId(),
        jobId,
        dictionaryVersion,
        request.file().valuePerConversion() != null,
        null,
        from.rows());
  }

  private AdAccountDetails details(SpendSlice from) {
    KnownAccount account = known.get(from.accountId());
    return new AdAccountDetails(
        first(
            request.channelName(),
            account == null ? null : account.channelName(),
            CHANNEL_NAMES.get(channel),
            channel),
        first(
            from.accountId().equals(request.file().accountId()) ? request.accountName() : null,
            from.accountName(),
            account == null ? null : account.name(),
            from.accountId()),
        first(
            account == null ? null : account.currencyCode(),
            request.file().currencyCode(),
            null,
            from.rows().getFirst().currencyCode()),
        first(
            request.timeZone(),
            account == null ? null : account.timeZone(),
            null,
            organizationZone.getId()),
        goal(account));
  }

  private ConversionKind goal(@Nullable KnownAccount account) {
    if (request.file().conversionGoal() != null) {
      return request.file().conversionGoal();
    }
    if (account != null) {
      return account.conversionGoal();
    }
    return usualGoal == null ? ConversionKind.OTHER : usualGoal;
  }

  private static String first(
      @Nullable String one, @Nullable String two, @Nullable String three, String last) {
    if (one != null) {
      return one;
    }
    if (two != null) {
      return two;
    }
    return three == null ? last : three;
  }
}
