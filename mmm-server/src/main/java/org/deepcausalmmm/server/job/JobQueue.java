package org.deepcausalmmm.server.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobClaims;
import org.deepcausalmmm.server.store.JobEvents;
import org.deepcausalmmm.server.store.JobState;
import org.deepcausalmmm.server.store.JobStore;
import org.jspecify.annotations.Nullable;

/** Where jobs are put and taken back. */
public final class JobQueue {
  private static final long MOST_WAITING = 10_000;

  private final JobStore jobs;
  private final JobClaims claims;
  private final JobEvents events;
  private final JobSignal signal;

  @Inject
  JobQueue(JobStore jobs, JobClaims claims, JobEvents events, JobSignal signal) {
    this.jobs = jobs;
    this.claims = claims;
    this.events = events;
    this.signal = signal;
  }

  /**
   * Adds a job.
   *
   * @param key what the client calls the request; null without
   * @throws org.deepcausalmmm.server.base.ServerException MMM-SYSTEM-516 if too many wait,
   *     MMM-USAGE-517 if the key was used for another request
   */
  public Job submit(String project, Job.Order order, String user, @Nullable String key) {
    if (jobs.queued() >= MOST_WAITING) {
      throw ServerCode.OVERLOADED.error(
          "%d jobs are already waiting.".formatted(MOST_WAITING),
          "Try again when some have ended.");
    }
    Job job = jobs.submit(project, order, user, key);
    signal.raise();
    return job;
  }

  /** Asks to end a job; returns whether there was anything to end. */
  public boolean cancel(Job job) {
    boolean asked = claims.requestCancel(job.id());
    if (asked && job.status().state() == JobState.QUEUED) {
      ObjectNode node = Json.object().put("state", "cancelled").put("attempt", 0);
      events.add(job.id(), "state", Json.text(node));
    }
    signal.raise();
    return asked;
  }
}
