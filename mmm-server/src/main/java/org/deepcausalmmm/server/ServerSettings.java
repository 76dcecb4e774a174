package org.deepcausalmmm.server;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.deepcausalmmm.server.data.UploadLimits;
import org.deepcausalmmm.server.job.CommandExecutor;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.deepcausalmmm.server.ops.RetentionSettings;
import org.deepcausalmmm.server.schedule.MailSettings;
import org.deepcausalmmm.server.schedule.SourceSettings;
import org.deepcausalmmm.server.security.HostAuthentication;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.deepcausalmmm.server.security.OidcSettings;
import org.deepcausalmmm.server.store.DatabaseSettings;

/**
 * Everything that is set before a server starts.
 *
 * @param data the directory of its files
 * @param jobs how jobs are run, and how long their results are kept
 * @param schedules where schedules may read from, and how they tell of changes
 * @param signIn by whom users are signed in, besides by the server itself
 */
record ServerSettings(
    Path data,
    DatabaseSettings database,
    NetworkSettings network,
    UploadLimits uploads,
    Jobs jobs,
    Schedules schedules,
    SignIn signIn,
    Clock clock) {

  /** How jobs are run, by what, and how long their results are kept. */
  record Jobs(WorkerSettings workers, CommandExecutor executor, RetentionSettings retention) {}

  /** Where schedules may read from, and the mail server by which they tell of changes. */
  record Schedules(SourceSettings sources, Optional<MailSettings> mail) {}

  /**
   * By whom users are signed in.
   *
   * @param host says who sends a request, where an application has users of its own
   * @param oidc a provider of logins
   */
  record SignIn(Optional<HostAuthentication> host, Optional<OidcSettings> oidc) {}
}
