package io.outlay.api.graphql.cache;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shares answers through Redis where there is one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheSettings.class)
class CacheConfiguration {

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty("spring.data.redis.url")
  SharedAnswers redisAnswers(
      @Value("${spring.data.redis.url}") String address, CacheSettings settings) {
    return new RedisAnswers(address, settings);
  }
}
