package org.deepcausalmmm.cli.command;

import org.deepcausalmmm.server.MmmServerBuilder;
import org.deepcausalmmm.server.schedule.MailSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say by which mail server schedules tell of changes. */
final class ServerMail {
  private static final String PASSWORD = "MMM_SMTP_PASSWORD";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--smtp",
      paramLabel = "URL",
      description = {
        "The mail server of schedules: smtps://HOST or smtp://HOST:PORT, which requires STARTTLS"
            + " unless it is this machine."
      })
  private @Nullable String address;

  @Option(names = "--smtp-from", paramLabel = "ADDRESS", description = "The sender of its e-mail.")
  private @Nullable String from;

  @Option(
      names = "--smtp-user",
      paramLabel = "NAME",
      description = "The user to sign in by; the password is read from " + PASSWORD + ".")
  private @Nullable String user;

  /** Adds the mail server, if one is named. */
  void addTo(MmmServerBuilder builder) {
    if (address == null) {
      return;
    }
    if (from == null) {
      throw new ParameterException(spec.commandLine(), "--smtp needs --smtp-from.");
    }
    builder.mail(MailSettings.of(address, from, user, System.getenv(PASSWORD)));
  }
}
