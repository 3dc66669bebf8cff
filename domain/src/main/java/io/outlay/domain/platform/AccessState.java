package io.outlay.domain.platform;

import io.outlay.domain.organization.Language;

/** Whether Outlay collects an ad account by itself, or why it does not. */
public enum AccessState {
  CONNECTED("The account is collected automatically.", "계정이 자동으로 수집되고 있습니다."),
  CREDENTIAL_REFUSED(
      "The platform no longer accepts the credential. Connect the account again with a new one.",
      "플랫폼이 더 이상 인증 정보를 받아들이지 않습니다. 새 인증 정보로 계정을 다시 연결하세요."),
  PERMISSION_MISSING(
      "The credential may not read this account. Grant it access at the platform, then connect the"
          + " account again.",
      "이 인증 정보에는 계정을 읽을 권한이 없습니다. 플랫폼에서 권한을 부여한 뒤 계정을 다시 연결하세요."),
  VERSION_ENDED(
      "The platform no longer answers this version of its API. Choose another version.",
      "플랫폼이 이 API 버전을 더 이상 지원하지 않습니다. 다른 버전을 선택하세요."),
  PAUSED("Collecting is paused. What was collected stays.", "수집이 일시 중지되었습니다. 이미 수집된 데이터는 유지됩니다."),
  DISCONNECTED(
      "The account was disconnected and its credential removed. What was collected stays.",
      "계정 연결이 해제되고 인증 정보가 삭제되었습니다. 이미 수집된 데이터는 유지됩니다.");

  private final String english;
  private final String korean;

  AccessState(String english, String korean) {
    this.english = english;
    this.korean = korean;
  }

  /** What it means and what to do, for people. */
  public String text(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case KOREAN -> korean;
    };
  }
}
