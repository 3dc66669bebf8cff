package io.outlay.api.userevent;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.user.UserAccess;
import io.outlay.api.usererror.UserError;
import io.outlay.api.usererror.UserErrorCode;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.userevent.Recorded;
import io.outlay.domain.userevent.UserEvent;
import io.outlay.domain.userevent.UserEvents;
import io.outlay.domain.userevent.UserEventsRefused;
import io.outlay.ingestion.userevent.EventReader;
import io.outlay.ingestion.userevent.RecordingTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Events of users by a call. What is wrong is told, and the rest stored. */
@Controller
class EventsRecordController {

  private static final int MOST_EVENTS = 1_000;

  private final UserEvents events;
  private final EventReader reader;
  private final Clock clock;

  EventsRecordController(UserEvents events, EventReader reader, Clock clock) {
    this.events = events;
    this.reader = reader;
    this.clock = clock;
  }

  @MutationMapping
  Mono<Payload> eventsRecord(DataFetchingEnvironment environment, @ContextValue Viewer viewer) {
    UserAccess.require(viewer);
    List<Map<String, Object>> sent = sent(environment);
    if (sent.size() > MOST_EVENTS) {
      BadRequest tooMany =
          BadRequest.of("events", sent.size() + " events", "at most " + MOST_EVENTS);
      return Mono.just(Payload.refused(tooMany.getMessage()));
    }
    return Mono.fromCallable(() -> read(viewer, sent))
        .subscribeOn(Schedulers.parallel())
        .flatMap(read -> store(viewer, read));
  }

  private Mono<Payload> store(Viewer viewer, Read read) {
    return events
        .record(viewer.organization(), read.events(), List.of())
        .map(recorded -> Payload.of(recorded, read))
        .onErrorResume(
            UserEventsRefused.class,
            refused ->
                Mono.just(
                    Payload.refused(
                        "The database refuses a value of one of the events, and none is stored;"
                            + " send them one by one to find it.")));
  }

  /** Costs some milliseconds for a thousand events: not for an event loop. */
  private Read read(Viewer viewer, List<Map<String, Object>> sent) {
    RecordingTime now = RecordingTime.at(clock.instant());
    List<UserEvent> read = new ArrayList<>(sent.size());
    List<UserError> problems = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      try {
        read.add(reader.read(viewer.organization(), fields(sent.get(i)), now));
      } catch (BadRequest wrong) {
        problems.add(problem(i, wrong));
      }
    }
    return new Read(read, problems);
  }

  private static List<Map<String, Object>> sent(DataFetchingEnvironment environment) {
    Map<String, List<Map<String, Object>>> input =
        environment.getArgumentOrDefault("input", Map.of());
    return input.getOrDefault("events", List.of());
  }

  /** Details come as pairs, because GraphQL has no free names. */
  private static Map<String, Object> fields(Map<String, Object> sent) {
    if (!(sent.get("details") instanceof List<?> pairs)) {
      return sent;
    }
    Map<String, Object> details = new HashMap<>();
    for (Object pair : pairs) {
      if (pair instanceof Map<?, ?> given && given.get("name") instanceof String name) {
        details.put(name, given.get("value"));
      }
    }
    Map<String, Object> fields = new HashMap<>(sent);
    fields.put("details", details);
    return fields;
  }

  /** What was sent, read as far as it goes. */
  record Read(List<UserEvent> events, List<UserError> problems) {}

  /** What the call did. */
  record Payload(
      @Nullable Integer accepted,
      @Nullable Integer repeated,
      @Nullable Integer expired,
      List<UserError> userErrors) {

    static Payload of(Recorded recorded, Read read) {
      int expired = recorded.expired().size();
      int repeated = read.events().size() - recorded.accepted() - expired;
      return new Payload(recorded.accepted(), repeated, expired, read.problems());
    }

    static Payload refused(String message) {
      return new Payload(null, null, null, List.of(problem(message, List.of("input", "events"))));
    }
  }

  private static UserError problem(int index, BadRequest wrong) {
    List<String> path = new ArrayList<>(List.of("input", "events", Integer.toString(index)));
    if (wrong.details().get("field") instanceof String name) {
      path.add(name);
    }
    return problem(wrong.getMessage(), path);
  }

  private static UserError problem(String message, List<String> path) {
    return new UserError(message, path, UserErrorCode.INVALID_VALUE);
  }
}
