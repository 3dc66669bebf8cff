package io.outlay.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.risk.ImportedFeature;
import io.outlay.domain.useractivity.Activity;
import io.outlay.domain.useractivity.Measure;
import io.outlay.domain.useractivity.UserActivity;
import io.outlay.domain.useractivity.UserActivity.ImportedValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureValuesTests {

  private static final Instant AT = Instant.parse("2026-03-10T12:00:00Z");
  private static final FeatureDefinition CREDIT =
      ImportedDefinition.of(
          new ImportedFeature("imported_credit", "Credit", "신용", "NUMBER", 30, false));
  private static final FeatureDefinition SESSIONS =
      FeatureCatalogue.named("sessions_7d").orElseThrow();
  private static final FeatureSet FEATURES = new FeatureSet(List.of(SESSIONS, CREDIT));

  @Test
  void aUserWithoutEventsHasZerosAndMissingValues() {
    FeatureSet all = new FeatureSet(FeatureCatalogue.all());
    float[] values = new FeatureValues(all, AT, false).of(known(Map.of())).values();
    for (int i = 0; i < values.length; i++) {
      boolean isMissing = NullRule.of(all.definitions().get(i).computation()) != NullRule.NEVER;
      assertThat(Float.isNaN(values[i])).as(all.names().get(i)).isEqualTo(isMissing);
    }
  }

  @Test
  void anImportedValueIsStaleOnlyAfterItsAllowedAge() {
    assertThat(of("2026-02-08T12:00:00Z", false).stale()).isEmpty();
    assertThat(of("2026-02-08T11:59:59Z", false).stale()).containsExactly("imported_credit");
    assertThat(of("2026-02-08T11:59:59Z", false).values()[1]).isEqualTo(7.5f);
  }

  @Test
  void whatIsMadeOfEventsIsStaleWhenThoseAreLate() {
    assertThat(of("2026-03-01T00:00:00Z", true).stale()).containsExactly("sessions_7d");
  }

  @Test
  void aMissingImportedValueIsMissingAndNotStale() {
    UserFeatures features = new FeatureValues(FEATURES, AT, false).of(known(Map.of()));
    assertThat(features.values()[1]).isNaN();
    assertThat(features.stale()).isEmpty();
  }

  @Test
  void aPlusIsMissingWhereOnePartIs() {
    Computation both =
        new Computation.Plus(
            new Computation.Total(Measure.SESSIONS), new Computation.Imported("imported_credit"));
    FeatureDefinition plus =
        new FeatureDefinition(
            "both", "Both", "둘 다", FeatureUnit.NUMBER, null, "", false, Set.of(), both);
    FeatureValues values = new FeatureValues(new FeatureSet(List.of(plus)), AT, false);
    assertThat(values.of(known(Map.of())).values()[0]).isNaN();
    assertThat(values.of(known(Map.of("imported_credit", new ImportedValue(2, AT)))).values()[0])
        .isEqualTo(2);
  }

  private static UserFeatures of(String knownAt, boolean eventsAreLate) {
    ImportedValue value = new ImportedValue(7.5, Instant.parse(knownAt));
    return new FeatureValues(FEATURES, AT, eventsAreLate)
        .of(known(Map.of("imported_credit", value)));
  }

  private static UserActivity known(Map<String, ImportedValue> imported) {
    return new UserActivity(1, 1, AT, Activity.none(), 0, 0, 0, 0, imported);
  }
}
