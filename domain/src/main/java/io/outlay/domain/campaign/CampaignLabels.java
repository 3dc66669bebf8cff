package io.outlay.domain.campaign;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Gives labels to campaigns. Each call does all or nothing, raises the data version when anything
 * changed, and writes down what the {@link Audit} asks for in the same transaction.
 */
public interface CampaignLabels {

  /**
   * Sets labels of campaigns.
   *
   * @return what changed; errors with {@link io.outlay.domain.error.NotFound} when a campaign is
   *     not there or hidden
   */
  Mono<LabelsChanged> set(
      OrganizationId organization,
      Scope scope,
      List<LabelSetting> settings,
      Audit<LabelsChanged> audit);

  /** Sets labels of campaigns by their outside names, in the same way. */
  Mono<LabelsChanged> setByNames(
      OrganizationId organization,
      Scope scope,
      List<NamedLabelSetting> settings,
      Audit<LabelsChanged> audit);

  /** Keeps a rule, in place of one for the same label, and applies it to all campaigns. */
  Mono<LabelsChanged> setRule(
      OrganizationId organization, LabelRule rule, Audit<LabelsChanged> audit);
}
