package io.outlay.api.performance;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.campaign.Ad;
import io.outlay.domain.campaign.AdGroup;
import io.outlay.domain.campaign.Campaign;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.organization.Language;
import io.outlay.domain.performance.ComparedMetrics;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.FigureSource;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.PerformanceMetrics;
import io.outlay.domain.performance.PerformanceRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A report's row with what it speaks of. */
public final class Row {

  private final PerformanceRow row;
  private final RowEntities entities;
  private final Language language;
  private final long position;

  Row(PerformanceRow row, RowEntities entities, Language language, long position) {
    this.row = row;
    this.entities = entities;
    this.language = language;
    this.position = position;
  }

  /** Number of rows up to and including this one. */
  long position() {
    return position;
  }

  public @Nullable Channel channel() {
    return named(entities.channels(), row.key().channelId());
  }

  public @Nullable AdAccount adAccount() {
    AdAccount found = named(entities.adAccounts(), row.key().adAccountId());
    return found == null ? null : found.named(name(Level.ACCOUNT, found.id(), found.name()));
  }

  public @Nullable Campaign campaign() {
    Campaign found = named(entities.campaigns(), row.key().campaignId());
    return found == null ? null : found.named(name(Level.CAMPAIGN, found.id(), found.name()));
  }

  public @Nullable AdGroup adGroup() {
    AdGroup found = named(entities.adGroups(), row.key().adGroupId());
    return found == null ? null : found.named(name(Level.AD_GROUP, found.id(), found.name()));
  }

  public @Nullable Ad ad() {
    Ad found = named(entities.ads(), row.key().adId());
    return found == null ? null : found.named(name(Level.AD, found.id(), found.name()));
  }

  public @Nullable String country() {
    return row.key().country();
  }

  public @Nullable String currencyCode() {
    return row.key().currencyCode();
  }

  public @Nullable String ageRange() {
    return row.key().ageRange();
  }

  public @Nullable String gender() {
    return row.key().gender();
  }

  public @Nullable String device() {
    return row.key().device();
  }

  /** The label grouped by; null for campaigns that do not have it. */
  public @Nullable LabelView label() {
    return Optional.ofNullable(row.key().label())
        .flatMap(
            label -> Optional.ofNullable(label.value()).map(v -> new LabelView(label.key(), v)))
        .orElse(null);
  }

  public @Nullable DateRange period() {
    return row.period();
  }

  public boolean isPartial() {
    return row.isPartial();
  }

  public PerformanceMetrics metrics() {
    return row.metrics();
  }

  public @Nullable ComparedMetrics compared() {
    return row.compared();
  }

  /** Sources of accounts the caller may see. */
  public List<Source> sources() {
    return row.sources().stream().map(this::source).flatMap(Optional::stream).toList();
  }

  public List<NoticeView> notices() {
    return NoticeView.of(row.notices(), row.concerns(), language);
  }

  private String name(Level level, long id, String nameNow) {
    return entities.names().name(level, row.period(), id, nameNow);
  }

  private Optional<Source> source(FigureSource source) {
    return Optional.ofNullable(entities.adAccounts().get(source.adAccountId()))
        .map(account -> Source.of(account, source));
  }

  private static <T> @Nullable T named(Map<Long, T> entities, @Nullable Long number) {
    return number == null ? null : entities.get(number);
  }

  /** A label in a row. */
  public record LabelView(String key, String value) {}

  /** Where figures come from. */
  public record Source(
      AdAccount adAccount,
      String source,
      Instant fetchedAt,
      @Nullable LocalDate completeUntil,
      int dictionaryVersion,
      boolean isProvisional,
      boolean isEstimated) {

    static Source of(AdAccount account, FigureSource source) {
      return new Source(
          account,
          source.source(),
          source.fetchedAt(),
          source.completeUntil(),
          source.dictionaryVersion(),
          source.isProvisional(),
          source.isEstimated());
    }
  }
}
