package io.outlay.api.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Layout is decided by google-java-format, so that nobody discusses it. {@code
 * -Doutlay.format=apply} rewrites the files instead of complaining.
 */
class SourceFormatTests {

  private static final boolean APPLY = "apply".equals(System.getProperty("outlay.format"));

  private final Formatter formatter = new Formatter();

  @Test
  void everyJavaFileIsLaidOutByTheFormatter() throws IOException {
    List<Path> crooked = javaFiles().parallelStream().filter(this::isCrooked).toList();

    assertThat(crooked)
        .as(
            "files to lay out; run: mvn -pl api -am test -Dtest=SourceFormatTests"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Doutlay.format=apply")
        .isEmpty();
  }

  private boolean isCrooked(Path file) {
    try {
      String source = Files.readString(file);
      String formatted = formatter.formatSourceAndFixImports(source);
      if (formatted.equals(source)) {
        return false;
      }
      if (APPLY) {
        Files.writeString(file, formatted);
      }
      return !APPLY;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException("cannot be parsed: " + file, e);
    }
  }

  private static List<Path> javaFiles() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(SourceFormatTests::isJavaSource).toList();
    }
  }

  private static boolean isJavaSource(Path path) {
    String name = path.toString();
    return name.endsWith(".java")
        && name.contains("/src/")
        && !name.contains("/target/")
        && !name.contains("/node_modules/");
  }
}
