package io.outlay.api.account;

import io.outlay.api.input.FilterLists;
import io.outlay.api.input.Texts;
import io.outlay.domain.account.AdAccountFilter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions on ad accounts as a caller names them. */
record AdAccountFilterInput(
    @Nullable List<String> channels,
    @Nullable List<String> currencyCodes,
    @Nullable String nameContains) {

  static AdAccountFilter toFilter(@Nullable AdAccountFilterInput input) {
    return input == null
        ? AdAccountFilter.NONE
        : new AdAccountFilter(
            Set.of(),
            FilterLists.distinct("filter.channels", input.channels, 100),
            FilterLists.distinct("filter.currencyCodes", input.currencyCodes, 100),
            Texts.withinOrNull("filter.nameContains", input.nameContains, 200));
  }
}
