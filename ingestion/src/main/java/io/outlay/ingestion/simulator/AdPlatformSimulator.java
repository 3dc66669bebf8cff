package io.outlay.ingestion.simulator;

import io.outlay.ingestion.simulator.appleads.AppleAdsServer;
import io.outlay.ingestion.simulator.clock.SimulatorClock;
import io.outlay.ingestion.simulator.fault.FaultControl;
import io.outlay.ingestion.simulator.fault.Faults;
import io.outlay.ingestion.simulator.fault.FaultyServer;
import io.outlay.ingestion.simulator.googleads.GoogleAdsServer;
import io.outlay.ingestion.simulator.http.CallJournal;
import io.outlay.ingestion.simulator.http.CallMeter;
import io.outlay.ingestion.simulator.http.PlatformServer;
import io.outlay.ingestion.simulator.http.SimulatedHost;
import io.outlay.ingestion.simulator.meta.MetaServer;
import io.outlay.ingestion.simulator.world.AdPlatform;
import io.outlay.ingestion.simulator.world.Publisher;
import io.outlay.ingestion.simulator.world.World;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * Three ad platforms on one port of the loopback address. Answers are worked out, not stored, so
 * memory stays the same however much is asked. Closing it cuts open connections.
 */
public final class AdPlatformSimulator implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int THREADS = 2;

  private final SimulatorClock clock;
  private final Faults faults;
  private final CallJournal journal;
  private final World world;
  private final MetaServer meta;
  private final GoogleAdsServer googleAds;
  private final AppleAdsServer appleAds;
  private final LoopResources loops;
  private final DisposableServer server;

  private AdPlatformSimulator(Cast cast, LoopResources loops, DisposableServer server) {
    this.clock = cast.clock();
    this.faults = cast.faults();
    this.journal = cast.journal();
    this.world = cast.world();
    this.meta = cast.meta();
    this.googleAds = cast.googleAds();
    this.appleAds = cast.appleAds();
    this.loops = loops;
    this.server = server;
  }

  /** Starts a simulator; errors when the port is taken. Each subscription starts another. */
  public static Mono<AdPlatformSimulator> start(SimulatorSettings settings) {
    return Mono.defer(
        () -> {
          Cast cast = Cast.of(settings);
          LoopResources loops = LoopResources.create("ad-platform-simulator", THREADS, true);
          return HttpServer.create()
              .host(LOOPBACK)
              .port(settings.port())
              .runOn(loops)
              .handle(cast.exchange()::handle)
              .bind()
              .map(server -> new AdPlatformSimulator(cast, loops, server))
              .doOnError(error -> loops.dispose());
        });
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** The address a client uses in place of {@code https://} and the real host's name. */
  public String baseUrl(SimulatedHost host) {
    return "http://" + LOOPBACK + ":" + port() + "/" + host.hostName();
  }

  /** The address of the switches, see {@link FaultControl}. */
  public String controlUrl() {
    return "http://" + LOOPBACK + ":" + port() + "/" + SimulatorExchange.CONTROL;
  }

  /** The clock of all platforms, to be moved. */
  public SimulatorClock clock() {
    return clock;
  }

  /** The switches. */
  public Faults faults() {
    return faults;
  }

  /** The calls that come in, closed at first. */
  public CallJournal journal() {
    return journal;
  }

  /** What the answers are made of. */
  public SimulatorLedger ledger() {
    return new SimulatorLedger(world);
  }

  /** What a publisher shows to be let in. */
  public SimulatedCredentials credentials(Publisher publisher) {
    return new SimulatedCredentials(
        meta.credentials(publisher),
        googleAds.credentials(publisher),
        appleAds.credentials(publisher));
  }

  @Override
  public void close() {
    server.dispose();
    loops.dispose();
  }

  /** Everybody on the stage. */
  private record Cast(
      SimulatorClock clock,
      Faults faults,
      CallJournal journal,
      World world,
      MetaServer meta,
      GoogleAdsServer googleAds,
      AppleAdsServer appleAds,
      CallMeter meter) {

    static Cast of(SimulatorSettings settings) {
      World world =
          World.make(settings.seed(), settings.anchor(), settings.firstDay(), settings.campaigns());
      CallMeter meter = new CallMeter(settings.callsPerMinute());
      return new Cast(
          SimulatorClock.following(settings.clock()),
          new Faults(),
          new CallJournal(),
          world,
          new MetaServer(world, meter),
          new GoogleAdsServer(world),
          new AppleAdsServer(world, meter),
          meter);
    }

    SimulatorExchange exchange() {
      return new SimulatorExchange(
          clock,
          new FaultControl(faults, clock),
          journal,
          faulty(AdPlatform.META, meta),
          faulty(AdPlatform.GOOGLE_ADS, googleAds),
          faulty(AdPlatform.APPLE_ADS, appleAds));
    }

    private FaultyServer faulty(AdPlatform platform, PlatformServer server) {
      return new FaultyServer(platform, server, faults, meter);
    }
  }
}
