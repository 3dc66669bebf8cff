package io.outlay.domain.userevent.postgres;

import io.netty.buffer.ByteBuf;
import io.outlay.domain.database.Rows;
import io.outlay.domain.database.Session;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.postgres.CopyText;
import io.outlay.domain.useractivity.Activity;
import io.outlay.domain.useractivity.ActivityCodec;
import io.outlay.domain.userevent.UserEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Adds events to what is summed up of their users. */
final class FoldedActivities {

  private static final String READ =
      """
      SELECT user_id, known_to, activity FROM user_activity
       WHERE organization_id = $1 AND user_id = ANY ($2::bigint[])
       ORDER BY user_id FOR NO KEY UPDATE
      """;

  private static final String WRITE =
      """
      INSERT INTO user_activity AS a (organization_id, user_id, version, known_to, activity)
      SELECT $1, user_id, 1, known_to, activity FROM staged_user_activity ORDER BY user_id
      ON CONFLICT (organization_id, user_id) DO UPDATE
        SET version = a.version + 1, known_to = excluded.known_to, activity = excluded.activity
      """;

  private FoldedActivities() {}

  /** Adds each user's new events. */
  static Mono<Void> fold(
      Session session, OrganizationId organization, Map<Long, List<UserEvent>> events) {
    return read(session, organization, events.keySet())
        .flatMap(known -> write(session, organization, text(known, events)));
  }

  /** What is summed up of users, whose rows are held until the transaction ends. */
  static Mono<Map<Long, Known>> read(
      Session session, OrganizationId organization, Collection<Long> users) {
    return session
        .query(
            READ,
            List.of(organization.value(), users.toArray(Long[]::new)),
            row ->
                new Known(
                    Rows.get(row, "user_id", Long.class),
                    Rows.get(row, "known_to", Instant.class),
                    ActivityCodec.decode(Rows.get(row, "activity", byte[].class))))
        .collectMap(Known::userId);
  }

  /** Replaces what is summed up of the users in the text. */
  static Mono<Void> write(Session session, OrganizationId organization, ByteBuf text) {
    return session
        .update("DELETE FROM staged_user_activity", List.of())
        .thenMany(
            session.postgresql().copyIn("COPY staged_user_activity FROM STDIN", Mono.just(text)))
        .then(session.update(WRITE, List.of(organization.value())))
        .then();
  }

  /** A line of the text. */
  static void line(CopyText text, Known known) {
    text.text(known.userId())
        .text(known.knownTo())
        .text("\\x" + HexFormat.of().formatHex(ActivityCodec.encode(known.activity())))
        .end();
  }

  private static ByteBuf text(Map<Long, Known> known, Map<Long, List<UserEvent>> events) {
    CopyText text = new CopyText();
    events.forEach(
        (user, added) -> {
          Known before = known.getOrDefault(user, Known.nothing(user));
          line(text, before.with(added));
        });
    return text.buffer();
  }

  /** What is summed up of a user. */
  record Known(long userId, Instant knownTo, Activity activity) {

    static Known nothing(long userId) {
      return new Known(userId, Instant.EPOCH, Activity.none());
    }

    Known with(List<UserEvent> events) {
      Instant latest = knownTo;
      for (UserEvent event : events) {
        latest = event.recordedAt().isAfter(latest) ? event.recordedAt() : latest;
      }
      return new Known(userId, latest, activity.with(events));
    }

    Known plus(Known other) {
      return new Known(
          userId,
          knownTo.isAfter(other.knownTo) ? knownTo : other.knownTo,
          activity.plus(other.activity));
    }
  }
}
