package io.outlay.scoring.feature;

import static io.outlay.scoring.feature.Declared.ALL;
import static io.outlay.scoring.feature.Declared.given;
import static io.outlay.scoring.feature.FeatureUnit.FLAG;

import io.outlay.domain.useractivity.Attribute;
import io.outlay.scoring.feature.Computation.Is;
import java.util.List;

/** Where the user came from. */
final class OriginFeatures {

  static final List<FeatureDefinition> ALL_OF_THEM =
      List.of(
          given(
              ALL,
              "from_meta",
              FLAG,
              new Is(Attribute.CHANNEL, "META"),
              "Whether the user came through Meta",
              "메타를 통해 온 사용자인지"),
          given(
              ALL,
              "from_google_ads",
              FLAG,
              new Is(Attribute.CHANNEL, "GOOGLE_ADS"),
              "Whether the user came through Google Ads",
              "구글 애즈를 통해 온 사용자인지"),
          given(
              ALL,
              "from_apple_search_ads",
              FLAG,
              new Is(Attribute.CHANNEL, "APPLE_SEARCH_ADS"),
              "Whether the user came through Apple Search Ads",
              "애플 서치 애즈를 통해 온 사용자인지"),
          given(
              ALL,
              "on_ios",
              FLAG,
              new Is(Attribute.PLATFORM, "IOS"),
              "Whether the user came on iOS",
              "iOS에서 온 사용자인지"),
          given(
              ALL,
              "on_android",
              FLAG,
              new Is(Attribute.PLATFORM, "ANDROID"),
              "Whether the user came on Android",
              "안드로이드에서 온 사용자인지"),
          given(
              ALL,
              "on_web",
              FLAG,
              new Is(Attribute.PLATFORM, "WEB"),
              "Whether the user came on the web",
              "웹에서 온 사용자인지"));

  private OriginFeatures() {}
}
