package io.outlay.domain.channel.postgres;

import io.outlay.domain.channel.Channel;
import io.outlay.domain.channel.Channels;
import io.outlay.domain.database.Database;
import io.outlay.domain.database.Nulls;
import io.outlay.domain.database.Rows;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Scope;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Channels from PostgreSQL. */
public final class PostgresChannels implements Channels {

  /** A caller limited to accounts sees the channels of those accounts. */
  private static final String SQL =
      """
      SELECT c.channel_id, c.key, c.name FROM channel c
       WHERE c.organization_id = $1
         AND ($2::bigint[] IS NULL OR c.channel_id = ANY($2))
         AND ($3::bigint[] IS NULL OR EXISTS (
               SELECT FROM ad_account a WHERE a.organization_id = $1 AND a.channel_id = c.channel_id
                  AND a.ad_account_id = ANY($3)))
         AND ($4::bigint[] IS NULL OR c.channel_id = ANY($4))
       ORDER BY c.key
      """;

  private final Database database;

  /** Uses the given database. */
  public PostgresChannels(Database database) {
    this.database = database;
  }

  @Override
  public Mono<List<Channel>> all(OrganizationId organization, Scope scope) {
    return read(organization, scope, null);
  }

  @Override
  public Mono<Map<Long, Channel>> byIds(OrganizationId organization, Scope scope, Set<Long> ids) {
    return read(organization, scope, ids)
        .map(
            channels ->
                channels.stream().collect(Collectors.toMap(Channel::id, Function.identity())));
  }

  private Mono<List<Channel>> read(
      OrganizationId organization, Scope scope, @Nullable Set<Long> ids) {
    List<Object> parameters =
        List.of(
            organization.value(),
            Nulls.ids(scope.channelIds()),
            Nulls.ids(scope.adAccountIds()),
            Nulls.ids(ids));
    return database
        .inOrganization(organization)
        .query(SQL, parameters, PostgresChannels::channel)
        .collectList();
  }

  private static Channel channel(Readable row) {
    return new Channel(
        Rows.get(row, "channel_id", Long.class),
        Rows.get(row, "key", String.class),
        Rows.get(row, "name", String.class));
  }
}
