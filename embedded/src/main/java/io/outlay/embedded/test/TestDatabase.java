package io.outlay.embedded.test;

/**
 * An empty database of its own, owned by a login role that is no superuser.
 *
 * @param name unique within the shared PostgreSQL
 * @param jdbcUrl address for JDBC, without user and password
 * @param r2dbcUrl address for R2DBC, without user and password
 * @param host where PostgreSQL listens
 * @param port where PostgreSQL listens
 * @param username the owner
 * @param password the owner's
 */
public record TestDatabase(
    String name,
    String jdbcUrl,
    String r2dbcUrl,
    String host,
    int port,
    String username,
    String password) {}
