package io.outlay.domain.risk;

import io.outlay.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registered model, without its files.
 *
 * @param number version within organization and kind, from 1
 * @param stateSince when it came into its state
 * @param share of the users a challenger is shown to, from 0 to 1; 0 for others
 * @param experimentId experiment of a shadow or challenger; 0 for none
 * @param formerId the champion it took the place of; null where there was none, or it never was
 *     champion
 * @param features what its rows are made of, in order
 * @param data what it learned from; null where it was trained elsewhere
 * @param parameters how it was trained, as JSON
 * @param metrics how good it was on the newest period, as JSON; null where it was not measured
 * @param card in Markdown
 * @param createdBy who asked for it
 */
public record RiskModel(
    OrganizationId organization,
    long id,
    RiskKind kind,
    int number,
    ModelState state,
    Instant stateSince,
    double share,
    long experimentId,
    @Nullable Long formerId,
    ModelOrigin origin,
    List<ModelFeature> features,
    @Nullable ModelData data,
    String parameters,
    @Nullable String metrics,
    String card,
    String createdBy,
    Instant createdAt) {

  /** Copies the list. */
  public RiskModel {
    features = List.copyOf(features);
  }

  /** The same model doing something else. */
  public RiskModel in(ModelState other, double newShare, long experiment, @Nullable Long former) {
    return new RiskModel(
        organization,
        id,
        kind,
        number,
        other,
        stateSince,
        newShare,
        experiment,
        former,
        origin,
        features,
        data,
        parameters,
        metrics,
        card,
        createdBy,
        createdAt);
  }

  /** What the audit log tells of it. */
  public Map<String, Object> auditFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", kind.name());
    fields.put("number", number);
    fields.put("state", state.name());
    fields.put("share", share);
    return fields;
  }
}
