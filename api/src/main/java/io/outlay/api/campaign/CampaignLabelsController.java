package io.outlay.api.campaign;

import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.campaign.Campaign;
import io.outlay.domain.campaign.CampaignLabels;
import io.outlay.domain.campaign.Campaigns;
import io.outlay.domain.campaign.LabelRule;
import io.outlay.domain.campaign.LabelTable;
import io.outlay.domain.campaign.LabelsChanged;
import io.outlay.domain.organization.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Sets labels of campaigns. */
@Controller
class CampaignLabelsController {

  private static final int SHOWN = 500;
  private static final int WRITTEN_DOWN = 100;

  private final CampaignLabels labels;
  private final Campaigns campaigns;

  CampaignLabelsController(CampaignLabels labels, Campaigns campaigns) {
    this.labels = labels;
    this.campaigns = campaigns;
  }

  @MutationMapping
  Mono<Payload> campaignLabelsSet(
      @Argument CampaignLabelsInput input, @ContextValue Viewer viewer) {
    Mono<Payload> done =
        Mono.defer(() -> set(input, viewer)).flatMap(changed -> toPayload(viewer, changed));
    return UserErrors.tell(done, "input", problems -> new Payload(null, null, problems));
  }

  private Mono<LabelsChanged> set(CampaignLabelsInput input, Viewer viewer) {
    if (input.csv() != null) {
      return labels.setByNames(
          viewer.organization(),
          viewer.scope(),
          LabelTable.read(input.csv()),
          changed -> writtenDown(viewer, changed));
    }
    if (input.rule() != null) {
      return labels.setRule(
          viewer.organization(), input.rule().toRule(), changed -> writtenDown(viewer, changed));
    }
    return labels.set(
        viewer.organization(),
        viewer.scope(),
        input.settings(),
        changed -> writtenDown(viewer, changed));
  }

  private Mono<Payload> toPayload(Viewer viewer, LabelsChanged changed) {
    Set<Long> numbers =
        changed.changes().stream()
            .map(LabelsChanged.Change::campaignId)
            .distinct()
            .limit(SHOWN)
            .collect(Collectors.toSet());
    return campaigns
        .byIds(viewer.organization(), viewer.scope(), numbers)
        .map(found -> new Payload(List.copyOf(found.values()), changed.campaigns(), List.of()));
  }

  private static Optional<AuditEntry> writtenDown(Viewer viewer, LabelsChanged changed) {
    return changed.campaigns() == 0 && changed.rule() == null
        ? Optional.empty()
        : Optional.of(
            AuditEntry.by(
                viewer,
                "campaignLabelsSet",
                "Organization",
                viewer.organization().value(),
                fields(changed, LabelsChanged.Change::before, LabelsChanged.RuleChange::before),
                fields(changed, LabelsChanged.Change::after, LabelsChanged.RuleChange::after)));
  }

  private static Map<String, Object> fields(
      LabelsChanged changed,
      Function<LabelsChanged.Change, @Nullable String> value,
      Function<LabelsChanged.RuleChange, @Nullable LabelRule> rule) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("labels", texts(changed, value));
    if (changed.rule() != null) {
      fields.put("rule", String.valueOf(rule.apply(changed.rule())));
    }
    return fields;
  }

  private static List<String> texts(
      LabelsChanged changed, Function<LabelsChanged.Change, @Nullable String> value) {
    return changed.changes().stream()
        .limit(WRITTEN_DOWN)
        .map(change -> change.campaignId() + " " + change.key() + ": " + value.apply(change))
        .toList();
  }

  /** What setting labels did. */
  record Payload(
      @Nullable List<Campaign> campaigns,
      @Nullable Long changedCount,
      List<UserError> userErrors) {}
}
