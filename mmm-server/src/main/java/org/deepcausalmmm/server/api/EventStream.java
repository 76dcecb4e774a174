package org.deepcausalmmm.server.api;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.job.JobSignal;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobEvents;
import org.deepcausalmmm.server.store.JobStore;

/** The stream of the events of a job as they happen, as server-sent events. */
public final class EventStream {
  private static final int MOST_FOLLOWERS = 100;
  private static final int AT_ONCE = 500;
  private static final long LOOK_MILLIS = 5_000;

  private final JobEvents events;
  private final JobStore jobs;
  private final JobSignal signal;
  private final ExecutorService followers =
      new ThreadPoolExecutor(
          0,
          MOST_FOLLOWERS,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            Thread thread = new Thread(work, "events");
            thread.setDaemon(true);
            return thread;
          });

  @Inject
  EventStream(JobEvents events, JobStore jobs, JobSignal signal) {
    this.events = events;
    this.jobs = jobs;
    this.signal = signal;
  }

  /** Returns the events after one of them. */
  List<JobEvents.Event> after(String job, int n) {
    return events.after(job, n, AT_ONCE);
  }

  /**
   * Sends events until the job has ended or the client is gone.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-SYSTEM-516 beyond 100 followers
   */
  void follow(Exchange exchange, String job, int after) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Runnable work =
        () -> {
          try {
            send(exchange.rawOutput("text/event-stream; charset=utf-8"), job, after);
          } catch (IOException e) {
            // The client is gone.
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            done.complete(null);
          }
        };
    exchange.later(
        () -> {
          try {
            followers.execute(work);
          } catch (RejectedExecutionException e) {
            throw ServerCode.OVERLOADED.error(
                "More than %d clients are following events.".formatted(MOST_FOLLOWERS),
                "Ask for the events as JSON from time to time.",
                e);
          }
          return done;
        });
  }

  private void send(OutputStream out, String job, int after)
      throws IOException, InterruptedException {
    int last = after;
    while (!followers.isShutdown()) {
      long seen = signal.count();
      Optional<Job> state = jobs.get(job);
      List<JobEvents.Event> fresh = events.after(job, last, AT_ONCE);
      for (JobEvents.Event event : fresh) {
        String text =
            "id: %d\nevent: %s\ndata: %s\n\n".formatted(event.n(), event.type(), event.body());
        out.write(text.getBytes(StandardCharsets.UTF_8));
        last = event.n();
      }
      if (fresh.isEmpty()) {
        if (state.isEmpty() || state.get().status().state().isFinal()) {
          // Tells the client to close; one that waits for more would connect again.
          out.write("event: end\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
          out.flush();
          return;
        }
        out.write(": \n\n".getBytes(StandardCharsets.UTF_8));
      }
      out.flush();
      if (fresh.isEmpty()) {
        signal.await(seen, LOOK_MILLIS);
      }
    }
  }

  /** Ends every stream. */
  public void close() {
    followers.shutdownNow();
  }
}
