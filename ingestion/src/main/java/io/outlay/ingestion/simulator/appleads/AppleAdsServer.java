package io.outlay.ingestion.simulator.appleads;

import io.outlay.ingestion.simulator.http.Call;
import io.outlay.ingestion.simulator.http.CallMeter;
import io.outlay.ingestion.simulator.http.PlatformServer;
import io.outlay.ingestion.simulator.http.Refusal;
import io.outlay.ingestion.simulator.http.Reply;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.Publisher;
import io.outlay.ingestion.simulator.world.World;
import java.util.Optional;

/** Apple's two interfaces, and where their access tokens come from. */
public final class AppleAdsServer implements PlatformServer {

  private final World world;
  private final CallMeter meter;
  private final AppleAccess access;
  private final V5Api v5;
  private final PlatformApi platform;

  /** Plays Apple for the accounts of {@code world}. */
  public AppleAdsServer(World world, CallMeter meter) {
    this.world = world;
    this.meter = meter;
    this.access = new AppleAccess(world);
    this.v5 = new V5Api(access);
    this.platform = new PlatformApi(access);
  }

  /** What a publisher shows to be let in. */
  public AppleAdsCredentials credentials(Publisher publisher) {
    return access.of(publisher);
  }

  @Override
  public Reply answer(Call call) {
    try {
      return switch (call.host()) {
        case APPLE_ID -> access.token(call);
        case APPLE_ADS -> limited(call, platform.answer(call));
        default -> v5.answer(call);
      };
    } catch (Refusal refusal) {
      return AppleAccess.isPlatform(call) ? limited(call, refusal.reply()) : refusal.reply();
    }
  }

  /** Both numbers of an account lead to the one v5 knows. */
  @Override
  public Optional<String> accountOf(Call call) {
    return AppleAccess.contextOf(call)
        .flatMap(
            named ->
                world.accounts(AdPlatform.APPLE_ADS).stream()
                    .filter(one -> named.equals(Long.toString(AppleAccess.number(call, one))))
                    .map(one -> Long.toString(one.id()))
                    .findFirst());
  }

  private Reply limited(Call call, Reply reply) {
    String account = AdPlatform.APPLE_ADS + accountOf(call).orElse("0");
    return reply
        .with("RateLimit-Limit", Integer.toString(meter.limit()))
        .with("RateLimit-Remaining", Integer.toString(meter.left(account)))
        .with("RateLimit-Reset", Integer.toString(meter.secondsToReset()));
  }

  /** v5 gives no hint how long to wait. */
  @Override
  public Reply throttled(Call call) {
    boolean isPlatform = AppleAccess.isPlatform(call);
    Reply reply =
        new AppleError(
                429,
                isPlatform ? "RESOURCE_EXHAUSTED" : "TOO_MANY_REQUESTS",
                "The rate limit is exceeded.",
                "")
            .reply(isPlatform);
    return isPlatform ? limited(call, reply).with("Retry-After", "2") : reply;
  }

  @Override
  public Reply broken(Call call) {
    boolean isPlatform = AppleAccess.isPlatform(call);
    String code = isPlatform ? "INTERNAL" : "INTERNAL_SERVER_ERROR";
    return new AppleError(500, code, "Something went wrong on our side.", "").reply(isPlatform);
  }

  @Override
  public Reply expired(Call call) {
    return call.host() == SimulatedHost.APPLE_ID
        ? answer(call)
        : AppleAccess.unauthorized(call).reply(AppleAccess.isPlatform(call));
  }

  @Override
  public Reply revoked(Call call) {
    return call.host() == SimulatedHost.APPLE_ID
        ? AppleAccess.refused("invalid_client", "The client authentication failed.")
        : AppleAccess.unauthorized(call).reply(AppleAccess.isPlatform(call));
  }
}
