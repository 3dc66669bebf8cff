package io.outlay.scoring.outcome;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.risk.ImportedFeatures;
import io.outlay.domain.userevent.EventHistory;
import io.outlay.domain.userevent.KnownContacts;
import io.outlay.domain.userevent.UserAt;
import io.outlay.scoring.feature.Computation.Contact;
import io.outlay.scoring.feature.Computation.Imported;
import io.outlay.scoring.feature.FeatureDefinition;
import io.outlay.scoring.feature.FeatureSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fills up what a user's own events do not tell: contacts with others, and imported values. */
final class LateColumns {

  private static final int PORTION = Math.min(EventHistory.MOST, ImportedFeatures.MOST);

  private final EventHistory history;
  private final ImportedFeatures imported;

  LateColumns(EventHistory history, ImportedFeatures imported) {
    this.history = history;
    this.imported = imported;
  }

  /** Fills the rows' own arrays, some rows a statement. */
  Mono<Void> fill(OrganizationId organization, FeatureSet features, List<TableRow> rows) {
    return Flux.fromIterable(rows)
        .buffer(PORTION)
        .concatMap(portion -> fillPortion(organization, features, portion), 1)
        .then();
  }

  private Mono<Void> fillPortion(
      OrganizationId organization, FeatureSet features, List<TableRow> rows) {
    List<UserAt> usersAt =
        rows.stream().map(row -> new UserAt(row.sample().userId(), row.sample().at())).toList();
    Mono<Void> contacts =
        history
            .contacts(organization, usersAt)
            .doOnNext(known -> put(features, rows, known))
            .then();
    Set<String> names = importedNames(features);
    return names.isEmpty()
        ? contacts
        : contacts.then(
            imported
                .known(organization, names, usersAt)
                .doOnNext(known -> putImported(features, rows, known))
                .then());
  }

  private static Set<String> importedNames(FeatureSet features) {
    return features.definitions().stream()
        .filter(feature -> feature.computation() instanceof Imported)
        .map(FeatureDefinition::name)
        .collect(Collectors.toSet());
  }

  private static void put(FeatureSet features, List<TableRow> rows, List<KnownContacts> known) {
    for (int column = 0; column < features.definitions().size(); column++) {
      if (features.definitions().get(column).computation() instanceof Contact(var what)) {
        for (int row = 0; row < rows.size(); row++) {
          KnownContacts contacts = known.get(row);
          rows.get(row).values()[column] =
              switch (what) {
                case DEVICES -> contacts.devices();
                case DEVICE_USERS -> contacts.deviceUsers();
                case ADDRESSES -> contacts.addresses();
                case ADDRESS_USERS -> contacts.addressUsers();
              };
        }
      }
    }
  }

  private static void putImported(
      FeatureSet features, List<TableRow> rows, List<Map<String, Double>> known) {
    for (int column = 0; column < features.definitions().size(); column++) {
      if (features.definitions().get(column).computation() instanceof Imported(String name)) {
        for (int row = 0; row < rows.size(); row++) {
          Double value = known.get(row).get(name);
          rows.get(row).values()[column] = value == null ? Float.NaN : value.floatValue();
        }
      }
    }
  }
}
