package io.outlay.api.connector;

import io.micrometer.core.instrument.MeterRegistry;
import io.outlay.ingestion.platform.applesearchads.AppleAds;
import io.outlay.ingestion.platform.applesearchads.AppleSettings;
import io.outlay.ingestion.platform.call.CallSettings;
import io.outlay.ingestion.platform.googleads.GoogleAds;
import io.outlay.ingestion.platform.googleads.GoogleAdsSettings;
import io.outlay.ingestion.platform.meta.MetaAds;
import io.outlay.ingestion.platform.meta.MetaSettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The ad platforms that can be collected from. {@code outlay.platform.<meta|google-ads|
 * apple-search-ads>.base-url} leads a platform's calls elsewhere, as to a simulator.
 */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {

  /** A stream of a whole report takes longer than a page. */
  private static final Duration STREAM_TIMEOUT = Duration.ofMinutes(5);

  @Bean
  MetaAds metaAds(
      @Value("${outlay.platform.meta.base-url:" + MetaSettings.BASE_URL + "}") String baseUrl,
      MeterRegistry meters,
      Clock clock) {
    return new MetaAds(MetaSettings.at(baseUrl), CallSettings.usual(), meters, clock);
  }

  @Bean
  GoogleAds googleAds(
      @Value("${outlay.platform.google-ads.base-url:" + GoogleAdsSettings.BASE_URL + "}")
          String baseUrl,
      @Value("${outlay.platform.google-ads.token-url:" + GoogleAdsSettings.TOKEN_URL + "}")
          String tokenUrl,
      MeterRegistry meters,
      Clock clock) {
    return new GoogleAds(
        new GoogleAdsSettings(baseUrl, tokenUrl),
        CallSettings.usual().withTimeout(STREAM_TIMEOUT),
        meters,
        clock);
  }

  @Bean
  AppleAds appleAds(
      @Value("${outlay.platform.apple-search-ads.base-url:" + AppleSettings.V5_URL + "}")
          String v5Url,
      @Value(
              "${outlay.platform.apple-search-ads.platform-base-url:"
                  + AppleSettings.PLATFORM_URL
                  + "}")
          String platformUrl,
      @Value("${outlay.platform.apple-search-ads.token-url:" + AppleSettings.TOKEN_URL + "}")
          String tokenUrl,
      MeterRegistry meters,
      Clock clock) {
    return new AppleAds(
        new AppleSettings(v5Url, platformUrl, tokenUrl), CallSettings.usual(), meters, clock);
  }
}
