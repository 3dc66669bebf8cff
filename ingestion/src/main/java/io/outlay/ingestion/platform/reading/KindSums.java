package io.outlay.ingestion.platform.reading;

import io.outlay.domain.metric.BaseMetric;
import io.outlay.domain.performance.ConversionKind;
import io.outlay.domain.platform.ActionMapping;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts of a platform's actions, summed by the kind the account's mapping gives them. */
public final class KindSums {

  private static final Map<ConversionKind, BaseMetric> METRICS =
      Map.of(
          ConversionKind.INSTALL, BaseMetric.INSTALLS,
          ConversionKind.PRE_REGISTRATION, BaseMetric.PRE_REGISTRATIONS,
          ConversionKind.SIGN_UP, BaseMetric.SIGN_UPS,
          ConversionKind.PURCHASE, BaseMetric.PURCHASES,
          ConversionKind.LEAD, BaseMetric.LEADS);

  private final ActionMapping mapping;
  private final Map<ConversionKind, BigDecimal> sums = new EnumMap<>(ConversionKind.class);

  private KindSums(ActionMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * Sums by kind.
   *
   * @param counts the count of an action by the platform's name; zero where it did not happen
   */
  public static KindSums of(ActionMapping mapping, Function<String, BigDecimal> counts) {
    KindSums kinds = new KindSums(mapping);
    mapping
        .kinds()
        .forEach((action, kind) -> kinds.sums.merge(kind, counts.apply(action), BigDecimal::add));
    return kinds;
  }

  /** The metric that counts a kind alone; null where there is none. */
  public static @Nullable BaseMetric metric(ConversionKind kind) {
    return METRICS.get(kind);
  }

  /** Of the goal's kind. */
  public BigDecimal goal() {
    return sums.getOrDefault(mapping.goal(), BigDecimal.ZERO);
  }

  /** Of all kinds. */
  public BigDecimal all() {
    return sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Puts those kinds that have a metric of their own and that the mapping names. */
  public void putInto(Figures figures) {
    sums.forEach(
        (kind, sum) -> {
          BaseMetric metric = METRICS.get(kind);
          if (metric != null) {
            figures.put(metric, sum);
          }
        });
  }
}
