package io.outlay.domain.userevent.postgres;

import io.netty.buffer.ByteBuf;
import io.outlay.domain.database.Session;
import io.outlay.domain.performance.postgres.CopyText;
import io.outlay.domain.userevent.UserEvent;
import java.util.List;
import java.util.TreeMap;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The session's temporary tables, made once per connection and empty at each transaction's begin.
 */
final class StagedEvents {

  private static final int BYTES_PER_EVENT = 256;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String PREPARE =
      """
      SET LOCAL statement_timeout = '60s';
      SET LOCAL plan_cache_mode = 'force_custom_plan';
      SET LOCAL jit = off;
      SET LOCAL enable_mergejoin = off;
      SET LOCAL client_min_messages = 'warning';
      CREATE TEMP TABLE IF NOT EXISTS staged_user_event (
        line int NOT NULL, event_id text COLLATE "C" NOT NULL, identity text COLLATE "C" NOT NULL, type text COLLATE "C", custom_type text,
        occurred_at timestamptz, recorded_at timestamptz, amount_micros bigint, currency_code text, reporting_micros bigint,
        order_id text COLLATE "C", is_sandbox boolean, seconds bigint, level int, touch text, channel text, campaign text, click_id text,
        country text, platform text, device bytea, address bytea, other_identity text COLLATE "C", said_by text, details jsonb)
        ON COMMIT DELETE ROWS;
      CREATE TEMP TABLE IF NOT EXISTS staged_user_activity (user_id bigint NOT NULL, known_to timestamptz NOT NULL, activity bytea NOT NULL)
        ON COMMIT DELETE ROWS;
      CREATE TEMP TABLE IF NOT EXISTS staged_user_contact (user_id bigint NOT NULL) ON COMMIT DELETE ROWS
      """;

  /**
   * Foreign keys are checked by statements of their own: planned anew for each row they take five
   * times as long, and planned once while tables are still small they would never use an index.
   */
  private static final String BEFORE_COMMIT =
      "SET LOCAL plan_cache_mode = 'auto'; SET LOCAL enable_seqscan = off";

  private StagedEvents() {}

  /** Limits of this transaction, and the tables where the connection has none yet. */
  static Mono<Void> prepare(Session session) {
    return run(session, PREPARE);
  }

  /** To be run last. */
  static Mono<Void> beforeCommit(Session session) {
    return run(session, BEFORE_COMMIT);
  }

  private static Mono<Void> run(Session session, String statements) {
    return session
        .postgresql()
        .createStatement(statements)
        .execute()
        .concatMap(result -> result.getRowsUpdated())
        .then();
  }

  /** Text of the events, numbered from 0. */
  static ByteBuf text(List<UserEvent> events) {
    CopyText text = new CopyText(events.size() * BYTES_PER_EVENT);
    for (int i = 0; i < events.size(); i++) {
      write(text, i, events.get(i));
    }
    return text.buffer();
  }

  static Mono<Void> fill(Session session, ByteBuf text) {
    return session.postgresql().copyIn("COPY staged_user_event FROM STDIN", Mono.just(text)).then();
  }

  private static void write(CopyText text, int line, UserEvent event) {
    text.number(line)
        .text(event.eventId())
        .text(event.userId())
        .text(event.type())
        .text(event.customType())
        .text(event.occurredAt())
        .text(event.recordedAt())
        .text(event.amountMicros())
        .text(event.currencyCode())
        .text(event.reportingMicros())
        .text(event.orderId())
        .text(event.isSandbox())
        .text(event.seconds())
        .text(event.level())
        .text(event.touch())
        .text(event.channel())
        .text(event.campaign())
        .text(event.clickId())
        .text(event.country())
        .text(event.platform())
        .text(event.device() == null ? null : "\\x" + event.device())
        .text(event.address() == null ? null : "\\x" + event.address())
        .text(event.otherUserId())
        .text(event.saidBy())
        .text(event.details().isEmpty() ? null : json(event))
        .end();
  }

  /** The values are JSON already. */
  private static String json(UserEvent event) {
    StringBuilder json = new StringBuilder("{");
    new TreeMap<>(event.details())
        .forEach(
            (name, value) ->
                json.append(json.length() > 1 ? "," : "")
                    .append(JSON.writeValueAsString(name))
                    .append(':')
                    .append(value));
    return json.append('}').toString();
  }
}
