package io.outlay.ingestion.simulator.world;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All publishers and accounts. Made once from a seed; afterwards it is only read.
 *
 * @param seed what everything is drawn from
 * @param anchor the day around which launches, pauses and deletions are placed
 * @param firstDay the first day on which anything is advertised
 * @param accounts all accounts
 */
public record World(long seed, LocalDate anchor, LocalDate firstDay, List<AdAccount> accounts) {

  /** Copies the accounts. */
  public World {
    accounts = List.copyOf(accounts);
  }

  /** Makes the world. */
  public static World make(long seed, LocalDate anchor, LocalDate firstDay, int campaigns) {
    List<AdAccount> accounts = new ArrayList<>();
    for (AccountPlace place : AccountPlace.ALL) {
      long own = Mix.of(seed, place.platform() + "/" + place.publisher().key() + place.number());
      CampaignMaking making =
          new CampaignMaking(
              place.platform(),
              place.publisher(),
              place.number(),
              place.currency(),
              own,
              firstDay,
              anchor);
      accounts.add(
          new AdAccount(
              place.platform(),
              place.publisher(),
              place.number(),
              place.id(),
              place.currency(),
              ZoneId.of(place.zone()),
              making.make(campaigns)));
    }
    return new World(seed, anchor, firstDay, accounts);
  }

  /** The accounts with a platform, of all publishers. */
  public List<AdAccount> accounts(AdPlatform platform) {
    return accounts.stream().filter(account -> account.platform() == platform).toList();
  }

  /** The accounts of one publisher with a platform. */
  public List<AdAccount> accounts(AdPlatform platform, Publisher publisher) {
    return accounts(platform).stream()
        .filter(account -> account.publisher().equals(publisher))
        .toList();
  }

  /** The account of a number. */
  public Optional<AdAccount> account(AdPlatform platform, long id) {
    return accounts(platform).stream().filter(account -> account.id() == id).findFirst();
  }
}
