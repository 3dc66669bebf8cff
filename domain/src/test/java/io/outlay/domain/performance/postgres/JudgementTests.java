package io.outlay.domain.performance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.Level;
import io.outlay.domain.performance.SliceHead;
import io.outlay.domain.performance.SliceRefused;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTests {

  private static final Rival CSV = rival(4);

  private final SomeSlices some = SomeSlices.of(new OrganizationId(7)).numbered(5);

  @Test
  void aSliceOfAnUnknownKeyIsNew() {
    assertThat(judge(some, nothing(), List.of()).verdict()).isEqualTo(Verdict.NEW);
  }

  @Test
  void aSliceThatIsNotNewerChangesNothing() {
    assertThat(judge(some, standing(5, false, true), List.of()).verdict()).isEqualTo(Verdict.OLDER);
    assertThat(judge(some, standing(6, false, true), List.of()).verdict()).isEqualTo(Verdict.OLDER);
  }

  @Test
  void anOlderSliceIsNotRefusedForARivalThatCameLater() {
    assertThat(judge(some, standing(5, false, true), List.of(CSV)).verdict())
        .isEqualTo(Verdict.OLDER);
  }

  @Test
  void equalRowsToldAlikeAreTheSame() {
    assertThat(judge(some, standing(4, true, true), List.of()).verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void equalRowsToldDifferentlyAreAChange() {
    Judgement judgement = judge(some, standing(4, true, false), List.of());

    assertThat(judgement.verdict()).isEqualTo(Verdict.CHANGED);
    assertThat(judgement.isToldDifferently()).isTrue();
  }

  @Test
  void daysOfAnotherSourceAreRefused() {
    assertThatThrownBy(() -> judge(some, nothing(), List.of(CSV)))
        .isInstanceOf(SliceRefused.class)
        .hasMessageContaining("belong to source \"csv\"")
        .hasMessageContaining("replace them explicitly");
  }

  @Test
  void daysOfAnotherSourceAreTakenOverWhenAskedFor() {
    assertThat(judge(some.takingOver(), nothing(), List.of(CSV)).superseded()).containsExactly(CSV);
  }

  @Test
  void daysThatWereFetchedLaterAreNotTakenOver() {
    assertThatThrownBy(() -> judge(some.takingOver(), nothing(), List.of(rival(6))))
        .isInstanceOf(SliceRefused.class)
        .hasMessageContaining("fetch again");
  }

  @Test
  void campaignsOfAnotherLevelCannotStandAmongTheStored() {
    SomeSlices ads = some.onlyCampaigns("c1").atLevel(Level.AD);

    assertThatThrownBy(() -> judge(ads, standing(4, false, true), List.of()))
        .isInstanceOf(SliceRefused.class)
        .hasMessageContaining("level CAMPAIGN");
  }

  private static Judgement judge(SomeSlices slice, StandingSlice standing, List<Rival> rivals) {
    SliceHead head = slice.with(SomeSlices.row("c1", 1, 1)).head();
    return Judgement.of(head, standing, rivals);
  }

  private static StandingSlice nothing() {
    return new StandingSlice(0, null, 0, null, true, false, false);
  }

  private static StandingSlice standing(long sequence, boolean equalRows, boolean toldAlike) {
    return new StandingSlice(0, 11L, sequence, "CAMPAIGN", true, equalRows, toldAlike);
  }

  private static Rival rival(long sequence) {
    return new Rival(0, 12, "csv", SomeSlices.DAY, SomeSlices.DAY, sequence);
  }
}
