package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Call;

/** Which rows a page begins with, oddities included. */
final class ApplePages {

  private ApplePages() {}

  static int offset(Call call, int asked, int limit) {
    if (call.has("LOOPING_PAGE")) {
      return 0;
    }
    return call.has("DUPLICATED_PAGE") ? Math.max(0, asked - limit) : asked;
  }
}
