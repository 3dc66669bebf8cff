package io.outlay.api.commandline;

import io.outlay.domain.organization.Actor;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationDetails;
import io.outlay.domain.organization.postgres.Organizations;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands on organizations. */
@Command(
    name = "organization",
    mixinStandardHelpOptions = true,
    description = "Organizations: the companies that use this server.")
final class OrganizationCommand {

  private final PrintWriter output;

  OrganizationCommand(PrintWriter output) {
    this.output = output;
  }

  /** Makes an organization with the built-in channels. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes an organization with the built-in channels and prints its key.")
  int create(
      @Option(
              names = "--key",
              required = true,
              description = "Short name, also the claim outlay_org: small letters, digits, dashes.")
          String key,
      @Option(names = "--name", required = true, description = "Name shown to people.") String name,
      @Option(names = "--currency", required = true, description = "Reporting currency, as in USD.")
          String currency,
      @Option(
              names = "--time-zone",
              required = true,
              description = "Zone of the organization's own dates, as in Asia/Seoul.")
          String timeZone) {
    OrganizationDetails details = OrganizationDetails.of(key, name, currency, timeZone);
    Organization made =
        Storage.use(
            context -> context.getBean(Organizations.class).create(details, Actor.COMMAND_LINE));
    output.println(made.key());
    return 0;
  }
}
