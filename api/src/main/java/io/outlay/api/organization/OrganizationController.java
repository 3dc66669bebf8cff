package io.outlay.api.organization;

import io.outlay.api.node.IdFields;
import io.outlay.api.node.NodeSource;
import io.outlay.api.node.NodeType;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.assumption.Assumptions;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.organization.postgres.Organizations;
import io.outlay.domain.risk.postgres.PostgresRiskSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The caller's organization and its settings. */
@Controller
class OrganizationController implements NodeSource {

  private final Organizations organizations;
  private final Assumptions assumptions;
  private final RoiAssumptions views;
  private final AssumptionChange change;
  private final PostgresRiskSettings riskSettings;

  OrganizationController(
      Organizations organizations,
      Assumptions assumptions,
      RoiAssumptions views,
      AssumptionChange change,
      PostgresRiskSettings riskSettings) {
    this.organizations = organizations;
    this.assumptions = assumptions;
    this.views = views;
    this.change = change;
    this.riskSettings = riskSettings;
  }

  @MutationMapping
  Mono<OrganizationUpdatePayload> organizationUpdate(
      @Argument OrganizationUpdateInput input, @ContextValue Viewer viewer) {
    Mono<OrganizationUpdatePayload> done =
        update(viewer, input)
            .map(organization -> new OrganizationUpdatePayload(organization, List.of()));
    return UserErrors.tell(
        done, "input", problems -> new OrganizationUpdatePayload(null, problems));
  }

  @SchemaMapping(typeName = "Organization")
  Mono<List<RoiAssumptionView>> roiAssumptions(
      Organization organization, @ContextValue Viewer viewer) {
    return assumptions.all(organization.id()).flatMap(all -> views.show(viewer, all));
  }

  @SchemaMapping(typeName = "Organization")
  String timeZone(Organization organization) {
    return organization.timeZone().getId();
  }

  @Override
  public NodeType type() {
    return NodeType.ORGANIZATION;
  }

  @Override
  public Mono<Map<Long, Organization>> find(Viewer viewer, Set<Long> numbers) {
    long own = viewer.organization().value();
    return numbers.contains(own)
        ? organizations.find(viewer.organization()).map(organization -> Map.of(own, organization))
        : Mono.just(Map.of());
  }

  @Bean
  static IdFields<Organization> organizationIds() {
    return new IdFields<>(
        NodeType.ORGANIZATION, Organization.class, organization -> organization.id().value());
  }

  /** Settings, assumptions and definitions together: where one is refused, nothing changes. */
  private Mono<Organization> update(Viewer viewer, OrganizationUpdateInput input) {
    if (input.roiAssumptions() == null) {
      return update(viewer, input, session -> define(session, viewer, input));
    }
    return change
        .check(viewer, input.roiAssumptions())
        .flatMap(
            checked ->
                update(
                    viewer,
                    input,
                    session ->
                        change
                            .replace(session, viewer, checked)
                            .then(define(session, viewer, input))));
  }

  private Mono<Void> define(Session session, Viewer viewer, OrganizationUpdateInput input) {
    RiskSettingsInput asked = input.riskSettings();
    return asked == null
        ? Mono.empty()
        : riskSettings.update(session, viewer, asked::changed).then();
  }

  private Mono<Organization> update(
      Viewer viewer, OrganizationUpdateInput input, Function<Session, Mono<Void>> besides) {
    return organizations
        .update(
            viewer,
            details ->
                details
                    .with(input.name(), input.currencyCode(), input.timeZone())
                    .withRateTable(input.rateTable()),
            besides)
        .map(changed -> changed.after());
  }
}
