package io.outlay.scoring.feature;

import static io.outlay.scoring.feature.Declared.ALL;
import static io.outlay.scoring.feature.Declared.BUYERS;
import static io.outlay.scoring.feature.Declared.FRAUD;
import static io.outlay.scoring.feature.Declared.STAYING;
import static io.outlay.scoring.feature.Declared.actionable;
import static io.outlay.scoring.feature.Declared.given;
import static io.outlay.scoring.feature.Declared.sum;
import static io.outlay.scoring.feature.Declared.total;
import static io.outlay.scoring.feature.FeatureUnit.TIMES;
import static io.outlay.scoring.feature.FeatureUnit.USERS;

import io.outlay.domain.useractivity.Measure;
import io.outlay.scoring.feature.Computation.Contact;
import io.outlay.scoring.feature.Computation.Contacts;
import java.util.List;

/** Whom the user meets: others on its devices, complaints, advertisements. */
final class ContactFeatures {

  static final List<FeatureDefinition> ALL_OF_THEM =
      List.of(
          given(
              FRAUD,
              "devices",
              TIMES,
              new Contact(Contacts.DEVICES),
              "Devices the user was seen on",
              "사용자가 확인된 기기 수"),
          given(
              ALL,
              "device_users",
              USERS,
              new Contact(Contacts.DEVICE_USERS),
              "Other users seen on this user's devices",
              "같은 기기를 쓴 다른 사용자 수"),
          given(
              FRAUD,
              "addresses",
              TIMES,
              new Contact(Contacts.ADDRESSES),
              "Network addresses the user was seen at",
              "사용자가 확인된 네트워크 주소 수"),
          given(
              FRAUD,
              "address_users",
              USERS,
              new Contact(Contacts.ADDRESS_USERS),
              "Other users seen at this user's network addresses",
              "같은 네트워크 주소를 쓴 다른 사용자 수"),
          given(
              FRAUD,
              "reports_30d",
              TIMES,
              sum(Measure.REPORTS, 30),
              "Complaints of other users in the last 30 days",
              "최근 30일 동안 신고된 횟수"),
          given(
              BUYERS,
              "reports_total",
              TIMES,
              total(Measure.REPORTS),
              "Complaints of other users in all",
              "전체 신고된 횟수"),
          actionable(
              STAYING,
              "impressions_7d",
              TIMES,
              sum(Measure.IMPRESSIONS, 7),
              "Advertisements seen in the last 7 days",
              "최근 7일 동안 본 광고 수"),
          actionable(
              STAYING,
              "clicks_30d",
              TIMES,
              sum(Measure.CLICKS, 30),
              "Advertisements clicked in the last 30 days",
              "최근 30일 동안 클릭한 광고 수"));

  private ContactFeatures() {}
}
