package io.outlay.api.campaign;

import io.outlay.api.input.LabelFilterInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions on campaigns as a caller names them. */
record CampaignFilterInput(
    @Nullable List<String> channels,
    @Nullable List<String> adAccountIds,
    @Nullable List<String> campaignIds,
    @Nullable List<String> statuses,
    @Nullable String nameContains,
    @Nullable LabelFilterInput label) {

  static final CampaignFilterInput NONE =
      new CampaignFilterInput(null, null, null, null, null, null);
}
