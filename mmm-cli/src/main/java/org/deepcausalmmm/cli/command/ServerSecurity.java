package org.deepcausalmmm.cli.command;

import java.util.Optional;
import org.deepcausalmmm.server.MmmServerBuilder;
import org.deepcausalmmm.server.security.OidcSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say by whom users of a server are signed in. */
final class ServerSecurity {
  private static final String SECRET = "MMM_OIDC_SECRET";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description = "Let users sign in at this OpenID Connect provider.")
  private @Nullable String issuer;

  @Option(
      names = "--oidc-client",
      paramLabel = "ID",
      description =
          "The client id of this server at the provider; its secret is read from " + SECRET + ".")
  private @Nullable String client;

  @Option(
      names = "--oidc-role-claim",
      paramLabel = "NAME",
      description = "The claim that holds viewer, analyst or admin; without it all are viewers.")
  private @Nullable String roleClaim;

  /** Adds the provider, if one is named. */
  void addTo(MmmServerBuilder builder) {
    if (issuer == null) {
      return;
    }
    String secret =
        Optional.ofNullable(System.getenv(SECRET))
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "--oidc-issuer needs the client's secret in the variable " + SECRET + "."));
    if (client == null) {
      throw new ParameterException(spec.commandLine(), "--oidc-issuer needs --oidc-client.");
    }
    builder.oidc(new OidcSettings(issuer, client, secret, roleClaim));
  }
}
