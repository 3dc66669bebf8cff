package io.outlay.api.graphql.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept, and for how long.
 *
 * @param memory answers kept in this process, in bytes
 * @param largest answers longer than this are not kept
 * @param shared how long Redis keeps an answer
 * @param redisTimeout how long Redis may take, once, before it is left alone for a while
 */
@ConfigurationProperties("outlay.cache")
public record CacheSettings(
    @DefaultValue("64MB") DataSize memory,
    @DefaultValue("1MB") DataSize largest,
    @DefaultValue("1h") Duration shared,
    @DefaultValue("300ms") Duration redisTimeout) {}
