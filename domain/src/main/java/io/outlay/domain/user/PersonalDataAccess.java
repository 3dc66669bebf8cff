package io.outlay.domain.user;

import io.outlay.domain.organization.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes who reads personal data: one line of the log named {@code outlay.personal-data} for each
 * reading, with who, what for and how many users, and none of the data. The line carries the
 * request's id as every line does. Safe for use by several threads.
 */
public final class PersonalDataAccess {

  private static final Logger LOG = LoggerFactory.getLogger("outlay.personal-data");

  private PersonalDataAccess() {}

  /**
   * Notes a reading; to be called once for each root field that shows users.
   *
   * @param field the root field, such as {@code userByExternalId}
   * @param users how many users are shown
   */
  public static void read(Viewer viewer, String field, int users) {
    LOG.atInfo()
        .addKeyValue("organization", viewer.organization())
        .addKeyValue("actor", viewer.actor())
        .addKeyValue("role", viewer.role())
        .addKeyValue("field", field)
        .addKeyValue("users", users)
        .log("personal data read: {} of {} users by {}", field, users, viewer.actor());
  }
}
