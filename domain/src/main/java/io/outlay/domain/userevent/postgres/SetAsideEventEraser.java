package io.outlay.domain.userevent.postgres;

import io.outlay.domain.database.Database;
import io.outlay.domain.user.ErasedUser;
import io.outlay.domain.user.UserEraser;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Removes dead letters that hold a user's id as a JSON value, and what imports told of lines with
 * it.
 */
public final class SetAsideEventEraser implements UserEraser {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonMapper ASCII_JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final String DEAD_LETTERS =
      """
      DELETE FROM dead_letter d
       WHERE d.organization_id = $1 AND d.topic = $2
         AND (d.record_key = ANY ($4::text[])
              OR EXISTS (SELECT FROM unnest($3::text[]) AS n WHERE position(convert_to(n, 'UTF8') IN d.payload) > 0))
      """;

  private static final String TOLD =
      """
      UPDATE job j
         SET result = jsonb_set(j.result, '{problems}', '[]'),
             error_message = CASE WHEN j.error_message IS NULL THEN NULL ELSE 'The message was removed: it told of an erased user.' END
       WHERE j.organization_id = $1 AND j.kind = $2
         AND EXISTS (SELECT FROM unnest($3::text[]) AS n
                      WHERE position(n IN j.result::text) > 0 OR position(n IN coalesce(j.error_message, '')) > 0)
      """;

  private final Database database;
  private final String topic;
  private final String importKind;

  /**
   * @param topic of events in the log
   * @param importKind kind of jobs that import events
   */
  public SetAsideEventEraser(Database database, String topic, String importKind) {
    this.database = database;
    this.topic = topic;
    this.importKind = importKind;
  }

  @Override
  public String store() {
    return "dead letters and problems of imports";
  }

  @Override
  public Mono<Long> erase(ErasedUser user) {
    long organization = user.organization().value();
    String[] plain = user.externalIds().toArray(String[]::new);
    String[] written =
        user.externalIds().stream().flatMap(SetAsideEventEraser::written).toArray(String[]::new);
    return database
        .inOrganization(user.organization())
        .transaction(
            session ->
                session
                    .update(DEAD_LETTERS, List.of(organization, topic, written, plain))
                    .zipWhen(
                        removed -> session.update(TOLD, List.of(organization, importKind, plain)),
                        Long::sum))
        .single();
  }

  /** The ways in which JSON may write the id; as a number it would be a wrong one, but kept. */
  private static Stream<String> written(String id) {
    return Stream.of(
        JSON.writeValueAsString(id),
        ASCII_JSON.writeValueAsString(id),
        ":" + id + ",",
        ": " + id + ",");
  }
}
