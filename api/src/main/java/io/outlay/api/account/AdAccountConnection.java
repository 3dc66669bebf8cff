package io.outlay.api.account;

import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.paging.Connection;
import io.outlay.api.paging.PageRequest;
import io.outlay.domain.account.AdAccount;
import io.outlay.domain.error.CursorExpired;
import java.util.List;

/** A page of ad accounts. All of them are at hand: an organization has at most thousands. */
public final class AdAccountConnection extends Connection<AdAccount> {

  private final int totalCount;

  private AdAccountConnection(
      List<AdAccount> nodes, int totalCount, boolean hasNext, PageRequest page, Cursors cursors) {
    super(
        nodes,
        hasNext,
        page,
        cursors,
        account -> new Cursors.Position(0, Long.toString(account.id())));
    this.totalCount = totalCount;
  }

  static AdAccountConnection of(List<AdAccount> all, PageRequest page, Cursors cursors) {
    int from = page.numberBefore(cursors).map(last -> placeOf(last, all) + 1).orElse(0);
    int to = Math.min(from + page.first(), all.size());
    return new AdAccountConnection(
        all.subList(from, to), all.size(), to < all.size(), page, cursors);
  }

  private static int placeOf(long number, List<AdAccount> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id() == number) {
        return i;
      }
    }
    throw new CursorExpired();
  }

  /** Number of matching ad accounts. */
  public int totalCount() {
    return totalCount;
  }
}
