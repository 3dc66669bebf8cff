package io.outlay.api.graphql.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outlay.api.graphql.paging.Cursors.Position;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.organization.OrganizationId;
import java.nio.file.Path;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorsTests {

  private static final OrganizationId ONE = new OrganizationId(1);
  private static final OrganizationId OTHER = new OrganizationId(2);

  private final Cursors cursors = new Cursors(new byte[32]);

  @Test
  void givesBackThePlaceItWasMadeOf() {
    Position place = new Position(42, "1.5|광고|7");

    assertThat(cursors.decode(ONE, "campaigns()", cursors.encode(ONE, "campaigns()", place)))
        .isEqualTo(place);
  }

  @Test
  void refusesCursorsOfOtherOrganizationsArgumentsAndKeys() {
    String cursor = cursors.encode(ONE, "campaigns()", new Position(1, "7"));
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;

    assertRefused(() -> cursors.decode(OTHER, "campaigns()", cursor));
    assertRefused(() -> cursors.decode(ONE, "campaigns(status: PAUSED)", cursor));
    assertRefused(() -> new Cursors(otherKey).decode(ONE, "campaigns()", cursor));
  }

  @Test
  void refusesEveryChangedByte() {
    byte[] cursor =
        Base64.getUrlDecoder().decode(cursors.encode(ONE, "campaigns()", new Position(1, "77")));
    for (int i = 0; i < cursor.length; i++) {
      byte[] forged = cursor.clone();
      forged[i] ^= 1;
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);

      assertRefused(() -> cursors.decode(ONE, "campaigns()", text));
    }
  }

  @Test
  void refusesWhatIsNoCursor() {
    for (String text : new String[] {"", "x", "!!", "AAAA", "A".repeat(100_000), "\u0000"}) {
      assertRefused(() -> cursors.decode(ONE, "campaigns()", text));
    }
  }

  @Test
  void keepsItsKeyOverARestart(@TempDir Path home) {
    Path file = home.resolve("deeper").resolve("cursor-key");

    assertThat(CursorKey.load(null, file)).hasSize(32).isEqualTo(CursorKey.load(" ", file));
  }

  @Test
  void refusesWeakKeys() {
    assertThatThrownBy(() -> new Cursors(new byte[31]))
        .hasMessageContaining("outlay.secrets.cursor-key");
    assertThatThrownBy(() -> CursorKey.load("not base64!", Path.of("unused")))
        .hasMessageContaining("outlay.secrets.cursor-key");
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(BadRequest.class).hasMessageContaining("after is");
  }
}
