package io.outlay.api.user;

import io.outlay.domain.error.Forbidden;
import io.outlay.domain.organization.Viewer;

/** Who may see users at all. */
public final class UserAccess {

  private UserAccess() {}

  /**
   * Refuses limited tokens: users belong to no ad account or channel.
   *
   * @throws Forbidden when the token is limited
   */
  public static void require(Viewer viewer) {
    if (!viewer.scope().isEverything()) {
      throw new Forbidden(
          "The token is limited to ad accounts or channels, and sees no users; ask an admin for"
              + " one without limits.");
    }
  }
}
