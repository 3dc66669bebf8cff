package io.outlay.api.commandline;

import io.outlay.domain.error.NotFound;
import io.outlay.domain.organization.Actor;
import io.outlay.domain.organization.CreatedToken;
import io.outlay.domain.organization.Organization;
import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.organization.Role;
import io.outlay.domain.organization.Scope;
import io.outlay.domain.organization.TokenGrant;
import io.outlay.domain.organization.TokenSecret;
import io.outlay.domain.organization.postgres.ApiTokens;
import io.outlay.domain.organization.postgres.Organizations;
import java.io.PrintWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

/** Commands on API tokens. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "API tokens of an organization.")
final class TokenCommand {

  private final PrintWriter output;

  TokenCommand(PrintWriter output) {
    this.output = output;
  }

  /** Makes a token, the first one of an organization included. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a token and prints it. It is not kept and cannot be shown again.")
  int create(
      @Option(names = "--organization", required = true, description = "Key of the organization.")
          String organization,
      @Option(
              names = "--role",
              required = true,
              converter = RoleName.class,
              description = "What it may do: admin, manager, analyst or partner.")
          Role role,
      @Option(names = "--name", required = true, description = "What it is for.") String name,
      @Option(
              names = "--expires",
              description = "When it stops to work, as in 2027-12-31T00:00:00Z. Default: never.")
          @Nullable Instant expires) {
    TokenGrant grant = new TokenGrant(name, role, Scope.EVERYTHING, expires);
    CreatedToken made = Storage.use(context -> create(context, organization, grant));
    output.println(made.secret().reveal());
    return 0;
  }

  private static Mono<CreatedToken> create(
      ApplicationContext context, String key, TokenGrant grant) {
    ApiTokens tokens = context.getBean(ApiTokens.class);
    return organization(context, key)
        .flatMap(
            organization ->
                tokens.create(organization, Actor.COMMAND_LINE, grant, TokenSecret.random()));
  }

  private static Mono<OrganizationId> organization(ApplicationContext context, String key) {
    return context
        .getBean(Organizations.class)
        .findByKey(key)
        .map(Organization::id)
        .switchIfEmpty(
            Mono.error(() -> new NotFound("There is no organization with the key " + key + ".")));
  }
}
