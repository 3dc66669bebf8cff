package io.outlay.ingestion.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.audit.Audit;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.job.Job;
import io.outlay.domain.job.JobState;
import io.outlay.domain.performance.DateRange;
import io.outlay.domain.platform.AccessState;
import io.outlay.domain.platform.PlatformAccess;
import io.outlay.ingestion.platform.PlatformFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Platforms that refuse, want rest or cannot be read: what becomes of the sync and the account. */
class SyncFailureIntegrationTests extends SyncStage {

  @Test
  void tooMuchDataIsAskedForInSmallerStretches() {
    platform.mostDays = 4;

    Job job = connectAndSync("act_8", 19);

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(workplace.number(organization, SPEND)).isEqualTo(20_000_000);
    assertThat(platform.asked).allMatch(request -> request.days().days() <= 4);
  }

  @Test
  void aRefusedCredentialStopsTheAccountWithAMessage() {
    PlatformAccess access = workplace.connect(organization, "act_9", TODAY.minusDays(9));
    platform.failures.add(
        new PlatformFailure.CredentialRefused("The token was revoked; connect again."));
    workplace.start();

    Job job = workplace.sync(access);

    assertThat(job.errorCode()).isEqualTo("CREDENTIAL_REFUSED");
    PlatformAccess stopped = workplace.again(access);
    assertThat(stopped.state()).isEqualTo(AccessState.CREDENTIAL_REFUSED);
    assertThat(stopped.stateDetail()).contains("revoked");
    assertThat(
            workplace.number(
                organization,
                "SELECT count(*) FROM period_fetch WHERE failure_code = 'CREDENTIAL_REFUSED' AND"
                    + " sequence IS NULL"))
        .isEqualTo(10);
    assertThat(completeness(access).gaps())
        .containsExactly(new DateRange(TODAY.minusDays(9), TODAY.minusDays(1)));
  }

  @Test
  void aThrottledRunWaitsAndGoesOn() {
    platform.failures.add(new PlatformFailure.Throttled("slow down", Duration.ofMillis(300)));
    platform.failures.add(new PlatformFailure.Unavailable("away", null));
    PlatformAccess access = workplace.connect(organization, "act_10", TODAY.minusDays(9));
    workplace.start();

    assertThat(workplace.sync(access).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(workplace.number(organization, SPEND)).isEqualTo(10_000_000);
  }

  @Test
  void nothingOfAnUnreadableAnswerIsStored() {
    PlatformAccess access = workplace.connect(organization, "act_11", TODAY.minusDays(9));
    platform.failures.add(new PlatformFailure.Unreadable("the page is cut off", null));
    workplace.start();

    Job job = workplace.sync(access);

    assertThat(job.errorCode()).isEqualTo("UNREADABLE");
    assertThat(workplace.number(organization, "SELECT count(*) FROM slice")).isZero();
    assertThat(workplace.again(access).state()).isEqualTo(AccessState.CONNECTED);
  }

  @Test
  void anAccountThatDoesNotOpenIsNotConnected() {
    platform.failures.add(new PlatformFailure.PermissionMissing("Grant ads_read."));

    assertThatThrownBy(() -> workplace.connectDue(organization, "act_17", TODAY))
        .isInstanceOf(PlatformFailure.PermissionMissing.class);
    assertThatThrownBy(
            () ->
                workplace
                    .connecting
                    .connect(
                        organization,
                        new ConnectRequest(
                            "META",
                            "act_17",
                            new io.outlay.domain.platform.PlatformCredential(java.util.Map.of()),
                            SyncWorkplace.wishes(null, null, null)),
                        Audit.none())
                    .block(SyncWorkplace.PATIENCE))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("accessToken");
    assertThat(workplace.number(organization, "SELECT count(*) FROM platform_access")).isZero();
    assertThat(workplace.number(organization, "SELECT count(*) FROM ad_account")).isZero();
  }
}
