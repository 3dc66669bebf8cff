package io.outlay.api.risk;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.postgres.Organizations;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reporting currencies of organizations, at most a minute old. */
@Component
public class ReportingCurrencies {

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;

  private final Organizations organizations;
  private final AsyncCache<OrganizationId, String> codes =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(FRESH).buildAsync();

  ReportingCurrencies(Organizations organizations) {
    this.organizations = organizations;
  }

  /** The code of an organization's reporting currency. */
  public Mono<String> of(OrganizationId organization) {
    return Mono.fromFuture(
        codes.get(
            organization,
            (id, executor) -> organizations.find(id).map(Organization::currencyCode).toFuture()),
        true);
  }
}
