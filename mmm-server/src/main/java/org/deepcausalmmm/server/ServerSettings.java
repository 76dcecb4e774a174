package org.deepcausalmmm.server;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.deepcausalmmm.server.data.UploadLimits;
import org.deepcausalmmm.server.job.FitExecutor;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.deepcausalmmm.server.security.HostAuthentication;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.deepcausalmmm.server.store.DatabaseSettings;

/**
 * Everything that is set before a server starts.
 *
 * @param data the directory of its files
 * @param executor runs the jobs
 * @param host says who sends a request, where an application has users of its own
 */
record ServerSettings(
    Path data,
    DatabaseSettings database,
    NetworkSettings network,
    UploadLimits uploads,
    WorkerSettings workers,
    FitExecutor executor,
    Optional<HostAuthentication> host,
    Clock clock) {}
