package io.outlay.api.pages;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.io.ClassPathResource;

/** One browser for the tests of a class; without a browser, or without pages, they are skipped. */
final class Browser implements BeforeAllCallback, AfterAllCallback {

  private static final Path PROFILES = Path.of("target", "chromium");

  private @Nullable Chromium chromium;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Optional<Path> program = Chromium.installed();
    assumeTrue(program.isPresent(), "no browser on the path; apt-get install chromium");
    assumeTrue(
        new ClassPathResource("static/assets").exists(),
        "the pages were not built; install Node.js and npm");
    chromium = Chromium.start(program.orElseThrow(), PROFILES);
  }

  /** Opens an empty tab. */
  Tab open() {
    if (chromium == null) {
      throw new IllegalStateException("a browser opens tabs only while tests run");
    }
    return chromium.open();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (chromium != null) {
      chromium.quit();
    }
  }
}
