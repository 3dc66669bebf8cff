package io.outlay.domain.database;

import java.time.Duration;

/**
 * How Outlay connects to PostgreSQL.
 *
 * @param url R2DBC address, {@code r2dbc:postgresql://host:port/database}
 * @param username login role that owns the tables
 * @param password its password
 * @param appConnections most connections for requests and the sink
 * @param systemConnections most connections for sign-in and schedulers
 * @param statementTimeout longest time one statement may run; the server ends it afterwards
 */
public record DatabaseSettings(
    String url,
    String username,
    String password,
    int appConnections,
    int systemConnections,
    Duration statementTimeout) {}
