package io.outlay.api.commandline;

import io.outlay.domain.platform.postgres.ReEncryption;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** Commands on the credentials of connected ad accounts. */
@Command(
    name = "credentials",
    mixinStandardHelpOptions = true,
    description = "Credentials of connected ad accounts.")
final class CredentialsCommand {

  private final PrintWriter output;

  CredentialsCommand(PrintWriter output) {
    this.output = output;
  }

  /** Puts the current key in the place of former ones. */
  @Command(
      name = "re-encrypt",
      mixinStandardHelpOptions = true,
      description =
          "Encrypts every credential with the key that outlay.encryption.key-id names and prints"
              + " how many had another. The former keys must still be in outlay.encryption.keys.")
  int reEncrypt() {
    Long renewed = Storage.use(context -> context.getBean(ReEncryption.class).run());
    output.println(renewed);
    return 0;
  }
}
