package org.deepcausalmmm.server.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.job.JobQueue;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.DataSet;
import org.deepcausalmmm.server.store.DataSetStore;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobKind;
import org.deepcausalmmm.server.store.JobState;
import org.deepcausalmmm.server.store.JobStore;
import org.deepcausalmmm.server.store.ResultStore;
import org.deepcausalmmm.server.store.Schedule;
import org.deepcausalmmm.server.store.ScheduleStore;
import org.deepcausalmmm.server.store.StoredResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The start of refreshes that are due, and the notices of what those that ended have changed. */
public final class Scheduler {
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
  private static final long LOOK_SECONDS = 20;

  private final ScheduleStore schedules;
  private final ScheduledSource source;
  private final DataSetStore dataSets;
  private final JobQueue queue;
  private final JobStore jobs;
  private final ResultStore results;
  private final DataDirectory directory;
  private final ChangeNotice notice;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "schedules");
            thread.setDaemon(true);
            return thread;
          });

  @Inject
  Scheduler(
      ScheduleStore schedules,
      ScheduledSource source,
      DataSetStore dataSets,
      JobQueue queue,
      JobStore jobs,
      ResultStore results,
      DataDirectory directory,
      ChangeNotice notice) {
    this.schedules = schedules;
    this.source = source;
    this.dataSets = dataSets;
    this.queue = queue;
    this.jobs = jobs;
    this.results = results;
    this.directory = directory;
    this.notice = notice;
  }

  /** Begins to look at the schedules now and then. */
  public void start() {
    timer.scheduleWithFixedDelay(this::lookQuietly, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** Looks no more. */
  public void stop() {
    timer.shutdownNow();
  }

  private void lookQuietly() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("The schedules could not be looked at: {}", e.toString());
    }
  }

  /** Looks at every schedule that is due or whose refresh runs. */
  public void look() {
    for (Schedule schedule : schedules.dueOrPending()) {
      String pending = schedule.state().pendingJob();
      if (pending == null) {
        begin(schedule);
      } else {
        Optional<Job> job = jobs.get(pending);
        if (job.isEmpty() || job.get().status().state().isFinal()) {
          end(schedule, job);
        }
      }
    }
  }

  private void begin(Schedule schedule) {
    try {
      DataSet.Content content = source.take(schedule.plan().source());
      Optional<StoredResult> run = results.get(schedule.project(), schedule.plan().run());
      if (run.isEmpty()) {
        schedules.begun(schedule, null, "The run that was to be refreshed was deleted.");
        return;
      }
      if (isFitted(run.get(), content.hash())) {
        schedules.begun(schedule, null, "The data are those of the last run: nothing to refresh.");
        return;
      }
      DataSet data =
          dataSets.create(
              schedule.project(), schedule.plan().name(), content, schedule.createdBy());
      ObjectNode request = Json.object().put("name", schedule.plan().name());
      request.putArray("arguments");
      request.putArray("datasets").add(data.id());
      request.putArray("sources").add(run.get().id());
      request.putObject("files");
      Job.Order order =
          new Job.Order(
              JobKind.REFRESH, JobKind.REFRESH.priority(), Json.text(request), schedule.id());
      Job job = queue.submit(schedule.project(), order, schedule.createdBy(), null);
      schedules.begun(schedule, job.id(), null);
    } catch (MmmException e) {
      schedules.begun(schedule, null, e.code() + ": " + e.getMessage() + " " + e.advice());
    }
  }

  private boolean isFitted(StoredResult run, String hash) {
    String fitted = run.origin().dataSet();
    return fitted != null
        && dataSets
            .get(run.project(), fitted)
            .map(data -> data.content().hash().equals(hash))
            .orElse(false);
  }

  private void end(Schedule schedule, Optional<Job> job) {
    Optional<StoredResult> after =
        job.filter(found -> found.status().state() == JobState.DONE)
            .flatMap(found -> results.get(found.id()));
    if (after.isEmpty()) {
      String why =
          job.map(found -> "The refresh has ended as " + found.status().state().text() + ".")
              .orElse("The refresh was deleted.");
      List<String> all = new ArrayList<>(List.of(why));
      all.addAll(notice.send(schedule, after, List.of(why)));
      schedules.ended(schedule, schedule.plan().run(), String.join(" ", all));
      return;
    }
    List<String> changes =
        results
            .get(schedule.plan().run())
            .map(before -> changes(before, after.get()))
            .orElseGet(List::of);
    List<String> failures = notice.send(schedule, after, changes);
    schedules.ended(
        schedule, after.get().id(), failures.isEmpty() ? null : String.join(" ", failures));
  }

  private List<String> changes(StoredResult before, StoredResult after) {
    try {
      return RunChanges.between(before, after, directory.result(after.id()));
    } catch (IOException e) {
      LOG.warn("The changes of {} cannot be read.", after.id(), e);
      return List.of();
    }
  }
}
