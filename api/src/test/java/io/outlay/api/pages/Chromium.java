package io.outlay.api.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium whose network ends at this machine: every name but 127.0.0.1 is unknown. */
final class Chromium {

  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

  private final Process process;
  private final DevTools devTools;

  private Chromium(Process process, DevTools devTools) {
    this.process = process;
    this.devTools = devTools;
  }

  /** The browser on the path, if there is one. */
  static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts the program with a fresh profile under the folder. */
  static Chromium start(Path program, Path profiles) throws IOException {
    Path profile = Files.createTempDirectory(Files.createDirectories(profiles), "profile");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--lang=en-US",
                "--window-size=1400,900",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile.toAbsolutePath(),
                "about:blank")
            .redirectErrorStream(true)
            .start();
    try {
      return new Chromium(process, DevTools.connect(addressFrom(process)));
    } catch (RuntimeException | Error failure) {
      process.destroyForcibly();
      throw failure;
    }
  }

  /** Opens an empty tab. */
  Tab open() {
    String target =
        devTools
            .call(DevTools.BROWSER, "Target.createTarget", Map.of("url", "about:blank"))
            .path("targetId")
            .asString();
    String session =
        devTools
            .call(
                DevTools.BROWSER,
                "Target.attachToTarget",
                Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asString();
    return Tab.attached(devTools, session);
  }

  /** Ends the browser, and waits until it is gone. */
  void quit() throws InterruptedException {
    devTools.call(DevTools.BROWSER, "Browser.close", Map.of());
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    devTools.close();
  }

  private static URI addressFrom(Process process) {
    CompletableFuture<URI> address = new CompletableFuture<>();
    // Goes on to the end, so that the browser never waits for a reader of its messages.
    Thread.ofVirtual().name("chromium-output").start(() -> read(process, address));
    return address.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private static void read(Process process, CompletableFuture<URI> address) {
    StringBuilder said = new StringBuilder();
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        Matcher listening = LISTENING.matcher(line);
        if (listening.find()) {
          address.complete(URI.create(listening.group(1)));
        } else if (!address.isDone()) {
          said.append(line).append('\n');
        }
      }
      address.completeExceptionally(new IllegalStateException("Chromium ended:\n" + said));
    } catch (IOException ended) {
      address.completeExceptionally(ended);
    }
  }
}
