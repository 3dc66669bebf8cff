package io.outlay.domain.risk;

import org.jspecify.annotations.Nullable;

/**
 * A change of the champion.
 *
 * @param former the champion until then, now retired; null where there was none
 * @param before the model that became champion, as it was
 * @param champion as it is now
 */
public record Promotion(@Nullable RiskModel former, RiskModel before, RiskModel champion) {}
