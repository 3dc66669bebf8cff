package io.outlay.api.commandline;

import io.outlay.domain.error.Problem;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;

/**
 * Runs what stands behind {@code java -jar outlay.jar}. Exit codes: 0 done, 1 not possible (the
 * reason is on standard error), 2 wrong arguments.
 */
public final class CommandLines {

  private static final Set<String> FIRST_WORDS =
      Set.of("organization", "token", "credentials", "model", "help", "--help", "-h", "--version");

  private CommandLines() {}

  /** Whether the arguments name a command; everything else is for the server. */
  public static boolean isCommand(String[] arguments) {
    return arguments.length > 0 && FIRST_WORDS.contains(arguments[0]);
  }

  /** Runs the command; gives its exit code. Only the command's result goes to standard output. */
  public static int run(String[] arguments) {
    PrintStream output = System.out;
    System.setOut(System.err);
    try {
      return run(arguments, writer(output), writer(System.err));
    } finally {
      System.setOut(output);
    }
  }

  static int run(String[] arguments, PrintWriter output, PrintWriter errors) {
    CommandLine line =
        new CommandLine(new OutlayCommand())
            .addSubcommand(new OrganizationCommand(output))
            .addSubcommand(new TokenCommand(output))
            .addSubcommand(new CredentialsCommand(output))
            .addSubcommand(new ModelCommand(output, errors))
            .setOut(output)
            .setErr(errors)
            .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, errors));
    return line.execute(arguments);
  }

  private static int tell(Throwable failure, PrintWriter errors) {
    errors.println(reason(failure));
    errors.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** What a person can use: a problem's own words, or the innermost cause of anything else. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (!(cause instanceof Problem) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.toString() : message;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
