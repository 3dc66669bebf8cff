package io.outlay.api.user;

import io.outlay.domain.error.Forbidden;
import io.outlay.domain.organization.Viewer;

/** Who may see users at all. */
public final class PersonalData {

  private PersonalData() {}

  /** Refuses tokens with limits: users belong to no ad account and no channel. */
  public static void requireAccess(Viewer viewer) {
    if (!viewer.scope().isEverything()) {
      throw new Forbidden(
          "The token is limited to ad accounts or channels; users and their scores are for tokens"
              + " without limits.");
    }
  }
}
