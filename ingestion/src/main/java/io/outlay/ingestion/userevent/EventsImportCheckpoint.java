package io.outlay.ingestion.userevent;

import io.outlay.domain.userevent.Recorded;

/**
 * How far storing a file came.
 *
 * @param done events dealt with, from the file's beginning
 */
record EventsImportCheckpoint(long done, long accepted, long repeated, long expired, long erased) {

  static final EventsImportCheckpoint START = new EventsImportCheckpoint(0, 0, 0, 0, 0);

  EventsImportCheckpoint plus(int events, Recorded recorded) {
    int aside = recorded.accepted() + recorded.expired().size() + recorded.erased().size();
    return new EventsImportCheckpoint(
        done + events,
        accepted + recorded.accepted(),
        repeated + events - aside,
        expired + recorded.expired().size(),
        erased + recorded.erased().size());
  }
}
