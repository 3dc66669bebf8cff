package io.outlay.api.performance;

import static io.outlay.api.input.FilterLists.atMost;
import static io.outlay.api.input.FilterLists.distinct;

import io.outlay.api.input.LabelFilterInput;
import io.outlay.api.input.Texts;
import io.outlay.api.node.NodeType;
import io.outlay.domain.performance.PerformanceFilter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions on data as a caller names them. */
record PerformanceFilterInput(
    @Nullable List<String> channels,
    @Nullable List<String> adAccountIds,
    @Nullable List<String> campaignIds,
    @Nullable List<String> campaignStatuses,
    @Nullable String campaignNameContains,
    @Nullable List<String> currencyCodes,
    @Nullable List<String> countries,
    @Nullable LabelFilterInput label) {

  static PerformanceFilter toFilter(@Nullable PerformanceFilterInput input) {
    return input == null ? PerformanceFilter.NONE : input.toFilter();
  }

  private PerformanceFilter toFilter() {
    return new PerformanceFilter(
        Set.of(),
        distinct("filter.channels", channels, 100),
        ids("filter.adAccountIds", adAccountIds, NodeType.AD_ACCOUNT),
        ids("filter.campaignIds", campaignIds, NodeType.CAMPAIGN),
        distinct("filter.campaignStatuses", campaignStatuses, 100),
        Texts.withinOrNull("filter.campaignNameContains", campaignNameContains, 200),
        distinct("filter.currencyCodes", currencyCodes, 100),
        distinct("filter.countries", countries, 300),
        LabelFilterInput.toFilter(label));
  }

  private static Set<Long> ids(String field, @Nullable List<String> texts, NodeType type) {
    return type.numbers(field, atMost(field, texts, 500));
  }
}
