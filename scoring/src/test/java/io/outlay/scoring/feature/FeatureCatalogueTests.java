package io.outlay.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.risk.RiskKind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FeatureCatalogueTests {

  private static final List<FeatureDefinition> ALL = FeatureCatalogue.all();

  @Test
  void eachNameIsThereOnceAndFoundByIt() {
    assertThat(ALL).extracting(FeatureDefinition::name).doesNotHaveDuplicates();
    assertThat(ALL)
        .allSatisfy(
            feature -> {
              assertThat(feature.name()).matches("[a-z][a-z0-9_]+").doesNotStartWith("imported_");
              assertThat(FeatureCatalogue.named(feature.name())).contains(feature);
            });
    assertThat(FeatureCatalogue.named("nothing_of_the_kind")).isEmpty();
  }

  @Test
  void noTwoFeaturesAreComputedAlike() {
    assertThat(ALL).extracting(FeatureDefinition::computation).doesNotHaveDuplicates();
    assertThat(ALL).extracting(FeatureDefinition::english).doesNotHaveDuplicates();
    assertThat(ALL).extracting(FeatureDefinition::korean).doesNotHaveDuplicates();
  }

  @Test
  void eachIsToldInEnglishAndKorean() {
    assertThat(ALL)
        .allSatisfy(
            feature -> {
              assertThat(feature.english()).isNotBlank().matches("\\p{ASCII}+");
              assertThat(feature.korean()).matches(".*[가-힣].*");
              assertThat(feature.whenMissing()).isNotBlank();
            });
    assertThat(NullRule.values())
        .allSatisfy(rule -> assertThat(rule.korean()).matches(".*[가-힣].*"));
  }

  @Test
  void aNameThatTellsAWindowHasIt() {
    assertThat(ALL)
        .filteredOn(feature -> feature.name().matches(".*_\\d+d"))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            feature -> assertThat(feature.name()).endsWith("_" + feature.windowDays() + "d"));
  }

  @Test
  void eachKindHasSomeDozensOfFeatures() {
    for (RiskKind kind : RiskKind.values()) {
      assertThat(FeatureCatalogue.of(kind).definitions())
          .as(kind.name().toLowerCase(Locale.ROOT))
          .hasSizeBetween(30, 60);
    }
  }

  @Test
  void aModelOfFirstPurchasesKnowsNothingOfPurchases() {
    assertThat(FeatureCatalogue.of(RiskKind.FIRST_PURCHASE).names())
        .noneMatch(name -> name.contains("purchase") || name.contains("amount"));
  }
}
