package io.outlay.api.platform;

import io.outlay.domain.account.AdAccount;
import io.outlay.domain.account.AdAccountFilter;
import io.outlay.domain.account.AdAccounts;
import io.outlay.domain.channel.Channel;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.organization.postgres.Organizations;
import io.outlay.domain.platform.CompletionCurves;
import io.outlay.domain.platform.CompletionPoint;
import io.outlay.ingestion.sync.Platforms;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What platforms can tell, and how their past days grew. */
@Controller
class ChannelPlatformController {

  private static final int MOST_DAYS = 120;
  private static final MathContext DIGITS = new MathContext(6);

  private final Platforms platforms;
  private final CompletionCurves curves;
  private final AdAccounts adAccounts;
  private final Organizations organizations;
  private final InstantSource clock;

  ChannelPlatformController(
      Platforms platforms,
      CompletionCurves curves,
      AdAccounts adAccounts,
      Organizations organizations,
      InstantSource clock) {
    this.platforms = platforms;
    this.curves = curves;
    this.adAccounts = adAccounts;
    this.organizations = organizations;
    this.clock = clock;
  }

  @SchemaMapping(typeName = "Channel")
  Mono<CapabilitiesView> capabilities(Channel channel, @ContextValue Viewer viewer) {
    return Mono.justOrEmpty(platforms.of(channel.key()))
        .flatMap(
            platform ->
                today(viewer).map(today -> CapabilitiesView.of(platform.capabilities(), today)));
  }

  @SchemaMapping(typeName = "Channel", field = "completionCurve")
  Mono<List<Point>> completionCurveOfChannel(
      Channel channel,
      @Argument BaseMetric metric,
      @Argument int oldestAgeDays,
      @ContextValue Viewer viewer) {
    AdAccountFilter ofChannel = new AdAccountFilter(Set.of(channel.id()), Set.of(), Set.of(), null);
    return adAccounts
        .all(viewer.organization(), viewer.scope(), ofChannel)
        .flatMap(accounts -> curve(viewer, accounts, metric, oldestAgeDays));
  }

  @SchemaMapping(typeName = "AdAccount", field = "completionCurve")
  Mono<List<Point>> completionCurveOfAccount(
      AdAccount account,
      @Argument BaseMetric metric,
      @Argument int oldestAgeDays,
      @ContextValue Viewer viewer) {
    return curve(viewer, List.of(account), metric, oldestAgeDays);
  }

  private Mono<List<Point>> curve(
      Viewer viewer, Collection<AdAccount> accounts, BaseMetric metric, int oldestAge) {
    if (oldestAge < 1 || oldestAge > MOST_DAYS) {
      return Mono.error(
          BadRequest.of("oldestAgeDays", oldestAge, "a number from 1 to " + MOST_DAYS));
    }
    return today(viewer)
        .flatMap(
            today ->
                curves.curve(
                    viewer.organization(),
                    accounts.stream().map(AdAccount::id).toList(),
                    metric,
                    today.minusDays(oldestAge),
                    oldestAge))
        .map(points -> points.stream().map(Point::of).toList());
  }

  private Mono<LocalDate> today(Viewer viewer) {
    return organizations
        .find(viewer.organization())
        .map(organization -> LocalDate.ofInstant(clock.instant(), organization.timeZone()));
  }

  /** How much was known at an age. */
  record Point(int ageDays, BigDecimal share, long dayCount) {

    static Point of(CompletionPoint point) {
      return new Point(point.ageDays(), new BigDecimal(point.share(), DIGITS), point.days());
    }
  }
}
