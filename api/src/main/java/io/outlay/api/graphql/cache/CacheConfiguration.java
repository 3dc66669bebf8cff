package io.outlay.api.graphql.cache;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shares answers through Redis where there is one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheSettings.class)
class CacheConfiguration {

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty("spring.data.redis.url")
  SharedAnswers redisAnswers(
      @Value("${spring.data.redis.url}") String address,
      CacheSettings settings,
      MeterRegistry meters) {
    return new RedisAnswers(address, settings, meters);
  }

  /** For the connection by which health is told. */
  @Bean
  ClientResourcesBuilderCustomizer redisReconnects() {
    return resources -> resources.reconnectDelay(Reconnects.delay());
  }
}
