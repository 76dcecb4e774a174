package org.deepcausalmmm.server.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.store.Claim;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobClaims;
import org.deepcausalmmm.server.store.JobEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer of a worker's progress into the database, each stage at once and the rest twice a
 * second.
 */
final class Teller implements WorkListener {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final long PAUSE_NANOS = 500_000_000;
  private static final int LONGEST_NOTE = 2_000;

  private final Claim claim;
  private final JobClaims claims;
  private final JobEvents events;
  private final JobSignal signal;
  private String lastStage = "";
  private long told = System.nanoTime() - PAUSE_NANOS;

  Teller(Claim claim, JobClaims claims, JobEvents events, JobSignal signal) {
    this.claim = claim;
    this.claims = claims;
    this.events = events;
    this.signal = signal;
  }

  @Override
  public synchronized void step(Job.Step step) {
    String stage = step.stage() == null ? "" : step.stage();
    long now = System.nanoTime();
    if (stage.equals(lastStage) && now - told < PAUSE_NANOS) {
      return;
    }
    lastStage = stage;
    told = now;
    ObjectNode node = Json.object();
    node.put("stage", stage).put("done", step.done()).put("total", step.total());
    if (Double.isFinite(step.loss())) {
      node.put("loss", step.loss());
    }
    write(
        () -> {
          claims.step(claim, step);
          events.add(claim.job().id(), "progress", Json.text(node));
        });
  }

  @Override
  public synchronized void note(String line) {
    String cut = line.length() > LONGEST_NOTE ? line.substring(0, LONGEST_NOTE) : line;
    write(() -> events.add(claim.job().id(), "note", Json.text(Json.object().put("text", cut))));
  }

  /** What cannot be told is left out: the job goes on. */
  private void write(Runnable writing) {
    try {
      writing.run();
      signal.raise();
    } catch (RuntimeException e) {
      LOG.warn("job {}: {}", claim.job().id(), e.toString());
    }
  }
}
