package io.outlay.api.campaign;

import io.outlay.api.input.FilterLists;
import io.outlay.api.node.NodeType;
import io.outlay.domain.campaign.LabelRule;
import io.outlay.domain.campaign.LabelSetting;
import io.outlay.domain.campaign.NamePattern;
import io.outlay.domain.error.BadRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labels as a caller gives them; exactly one part is given. */
record CampaignLabelsInput(
    @Nullable List<OfCampaign> campaigns, @Nullable String csv, @Nullable Rule rule) {

  /** Labels of one campaign. */
  record OfCampaign(String campaignId, List<Label> labels) {}

  /** A label; null takes it away. */
  record Label(String key, @Nullable String value) {}

  /** Reads a label out of names. */
  record Rule(
      String key,
      @Nullable String separator,
      @Nullable Integer part,
      @Nullable List<Pattern> patterns) {

    LabelRule toRule() {
      if (patterns != null && separator == null && part == null) {
        return new LabelRule.Patterns(
            key,
            FilterLists.atMost("rule.patterns", patterns, 100).stream()
                .map(Pattern::toPattern)
                .toList());
      }
      if (patterns != null || separator == null || part == null) {
        throw BadRequest.of("rule", key, "either separator and part, or patterns");
      }
      return new LabelRule.Part(key, separator, part);
    }
  }

  /** What a name must look like. */
  record Pattern(NamePattern.Kind kind, String text, @Nullable String value) {

    NamePattern toPattern() {
      return new NamePattern(kind, text, value);
    }
  }

  List<LabelSetting> settings() {
    return FilterLists.atMost("campaigns", campaigns, 500).stream()
        .flatMap(
            of -> {
              long number = NodeType.CAMPAIGN.number("campaigns.campaignId", of.campaignId());
              return FilterLists.atMost("campaigns.labels", of.labels(), 50).stream()
                  .map(label -> new LabelSetting(number, label.key(), label.value()));
            })
        .toList();
  }
}
