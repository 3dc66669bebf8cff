package io.outlay.api.platform;

import io.outlay.api.input.FilterLists;
import io.outlay.api.input.Texts;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.performance.ConversionKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which kind one of the platform's actions is, as a caller says. */
record ActionKindInput(String action, ConversionKind kind) {

  static @Nullable Map<String, ConversionKind> toKinds(@Nullable List<ActionKindInput> input) {
    if (input == null) {
      return null;
    }
    Map<String, ConversionKind> kinds = new HashMap<>();
    for (ActionKindInput one : FilterLists.atMost("actionKinds", input, 100)) {
      if (kinds.put(Texts.within("actionKinds.action", one.action, 200), one.kind) != null) {
        throw BadRequest.of("actionKinds.action", one.action, "each action once");
      }
    }
    return kinds;
  }
}
