package io.outlay.api.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many connections to PostgreSQL this process may hold.
 *
 * @param appConnections for requests and the sink
 * @param systemConnections for sign-in and schedulers
 */
@ConfigurationProperties("outlay.database")
record ConnectionSettings(
    @DefaultValue("16") int appConnections, @DefaultValue("6") int systemConnections) {}
