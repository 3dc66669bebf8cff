package io.outlay.api.performance;

import io.outlay.domain.organization.Language;
import io.outlay.domain.performance.Notice;
import java.util.List;

/** A notice in the caller's language. */
record NoticeView(Notice code, String text) {

  static List<NoticeView> of(List<Notice> notices, Language language) {
    return notices.stream().map(notice -> new NoticeView(notice, notice.text(language))).toList();
  }
}
