package io.outlay.scoring.outcome;

import static io.outlay.scoring.outcome.StoredHistory.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.userevent.EventType;
import io.outlay.domain.userevent.KnownEvent;
import io.outlay.domain.userevent.UserEvent;
import io.outlay.scoring.feature.FeatureCatalogue;
import io.outlay.scoring.feature.FeatureSet;
import io.outlay.scoring.feature.LookBack;
import io.outlay.scoring.feature.UserFeatures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A history is recorded through the real store; at many times the values at serving are noted. When
 * all is recorded, the training evaluator tells the values of then from the whole history, and a
 * recount over plain lists does the same. There must be no difference.
 */
class ParityIntegrationTests {

  private static final StoredHistory STORED = new StoredHistory();
  private static final FeatureSet ALL = new FeatureSet(FeatureCatalogue.all());
  private static final int USERS = 20;

  @AfterAll
  static void close() {
    STORED.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void servingTrainingAndARecountAgreeAtAnyTime(long seed) {
    OrganizationId organization = STORED.addOrganization("parity-" + seed);
    List<UserEvent> events = SeededHistory.of(seed, USERS);
    List<Served> served = replay(organization, events, new Random(seed));
    assertThat(served).hasSizeGreaterThan(300);

    Map<Long, Set<String>> identities = identities(organization);
    served.removeIf(one -> !identities.containsKey(one.userId())); // became part of another user
    List<TableRow> trained = trained(organization, served);
    for (int i = 0; i < served.size(); i++) {
      Served then = served.get(i);
      assertThat(differences(then.values(), trained.get(i).values())).as(then.toString()).isEmpty();
      compareToRecount(then, events, identities.getOrDefault(then.userId(), Set.of()));
    }
  }

  /** Values at serving at some times between the recordings. */
  private static List<Served> replay(
      OrganizationId organization, List<UserEvent> events, Random random) {
    List<Served> served = new ArrayList<>();
    int next = 0;
    for (Instant at : times(random)) {
      int first = next;
      while (next < events.size() && !events.get(next).recordedAt().isAfter(at)) {
        next++;
      }
      STORED.record(organization, events.subList(first, next));
      List<Long> users = await(STORED.history.users(organization, 0, 1_000));
      Map<Long, UserFeatures> values = await(STORED.reader.read(organization, ALL, users, at));
      values.forEach((user, features) -> served.add(new Served(user, at, features.values())));
    }
    STORED.record(organization, events.subList(next, events.size()));
    return served;
  }

  private static List<Instant> times(Random random) {
    return random
        .longs(30, 0, SeededHistory.DAYS * 86_400_000_000L)
        .sorted()
        .mapToObj(micros -> SeededHistory.START.plusNanos(micros * 1_000))
        .toList();
  }

  private static List<TableRow> trained(OrganizationId organization, List<Served> served) {
    Map<Long, List<KnownEvent>> events =
        await(
            STORED
                .history
                .events(
                    organization,
                    served.stream().map(Served::userId).collect(Collectors.toSet()),
                    SeededHistory.START.plus(Duration.ofDays(1_000)))
                .collect(Collectors.groupingBy(KnownEvent::userId)));
    List<TableRow> rows = new ArrayList<>();
    for (Served then : served) {
      PastUser past = new PastUser(then.at(), LookBack.windows(ALL.definitions()));
      events.getOrDefault(then.userId(), List.of()).forEach(past::add);
      rows.add(
          new TableRow(
              0, new Sample(then.userId(), then.at()), PastFeatures.of(ALL, past), true, null, ""));
    }
    await(
        new LateColumns(STORED.history, STORED.imported)
            .fill(organization, ALL, rows)
            .thenReturn(true));
    return rows;
  }

  private static Map<Long, Set<String>> identities(OrganizationId organization) {
    return await(
        STORED
            .database()
            .inOrganization(organization)
            .query(
                "SELECT user_id, external_id FROM user_identity WHERE organization_id = $1",
                List.of(organization.value()),
                row ->
                    Map.entry(
                        Objects.requireNonNull(row.get(0, Long.class)),
                        Objects.requireNonNull(row.get(1, String.class))))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(
                        Map.Entry::getValue, Collectors.toCollection(TreeSet::new)))));
  }

  private static List<String> differences(float[] served, float[] trained) {
    return IntStream.range(0, served.length)
        .filter(i -> Float.compare(served[i], trained[i]) != 0)
        .mapToObj(i -> ALL.names().get(i) + ": " + served[i] + ", in training " + trained[i])
        .toList();
  }

  private static void compareToRecount(Served then, List<UserEvent> all, Set<String> identities) {
    Plain plain = Plain.of(all, then.at());
    Set<String> own = plain.ownedTogether(identities);
    Map<String, Float> recounted =
        new Recount(
                plain.known().stream().filter(e -> own.contains(e.userId())).toList(), then.at())
            .features();
    recounted.put("devices", (float) plain.devices(own).size());
    recounted.put("device_users", (float) plain.othersOn(own));
    recounted.forEach(
        (name, value) ->
            assertThat(Float.valueOf(then.values()[ALL.names().indexOf(name)]))
                .as(name + " of " + own + " at " + then.at())
                .isEqualTo(value));
  }

  /** Values at serving. */
  @SuppressWarnings("ArrayRecordComponent") // read only
  private record Served(long userId, Instant at, float[] values) {

    @Override
    public String toString() {
      return "user " + userId + " at " + at;
    }
  }

  /** What was recorded by a time, an order's first report only, and who was known to be one. */
  private record Plain(List<UserEvent> known, Map<String, String> accountOf) {

    static Plain of(List<UserEvent> all, Instant at) {
      Set<String> orders = new TreeSet<>();
      List<UserEvent> known = new ArrayList<>();
      Map<String, String> accountOf = new HashMap<>();
      all.stream()
          .filter(event -> !event.recordedAt().isAfter(at))
          .sorted(Comparator.comparing(UserEvent::recordedAt).thenComparing(UserEvent::eventId))
          .forEach(
              event -> {
                String order = event.type() == EventType.PURCHASE ? event.orderId() : null;
                boolean counts = order == null || orders.add(order);
                known.add(event.stored(event.amountMicros(), counts));
                if (event.otherUserId() != null) {
                  accountOf.put(event.otherUserId(), event.userId());
                }
              });
      return new Plain(known, accountOf);
    }

    /** Those of a user's later ids that were one user then: its first one and what was linked. */
    Set<String> ownedTogether(Set<String> later) {
      String survivor =
          known.stream().map(UserEvent::userId).filter(later::contains).findFirst().orElseThrow();
      return later.stream()
          .filter(id -> owner(id).equals(owner(survivor)))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> devices(Set<String> own) {
      return known.stream()
          .filter(event -> own.contains(event.userId()))
          .map(UserEvent::device)
          .filter(Objects::nonNull)
          .collect(Collectors.toSet());
    }

    long othersOn(Set<String> own) {
      Set<String> devices = devices(own);
      return known.stream()
          .filter(event -> event.device() != null && devices.contains(event.device()))
          .filter(event -> !own.contains(event.userId()))
          .map(event -> owner(event.userId()))
          .distinct()
          .count();
    }

    private String owner(String id) {
      return accountOf.getOrDefault(id, id);
    }
  }
}
