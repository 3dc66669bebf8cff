package io.outlay.api.graphql.paging;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the secret of the cursors. */
@Configuration(proxyBeanMethods = false)
class PagingConfiguration {

  @Bean
  Cursors cursors(
      @Value("${outlay.secrets.cursor-key:}") String key,
      @Value("${outlay.home:.outlay}") Path home) {
    return new Cursors(CursorKey.load(key, home.resolve("cursor-key")));
  }
}
