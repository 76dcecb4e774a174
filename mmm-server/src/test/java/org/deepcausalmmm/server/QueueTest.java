package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.deepcausalmmm.server.job.CommandExecutor;
import org.deepcausalmmm.server.job.Work;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.deepcausalmmm.server.store.Claim;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobClaims;
import org.deepcausalmmm.server.store.JobKind;
import org.deepcausalmmm.server.store.JobState;
import org.deepcausalmmm.server.store.JobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets which job; the server's own slot is kept busy by a job that does not end. */
class QueueTest {
  @TempDir private Path directory;
  private final MovableClock clock = new MovableClock();
  private MmmServer server;
  private JobStore jobs;
  private JobClaims claims;
  private Client owner;

  @BeforeEach
  void start() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    server =
        Servers.in(directory.resolve("data"))
            .clock(clock)
            .workers(
                new WorkerSettings(
                    List.of(), 1, 1L << 40, Duration.ofDays(9), Duration.ofMillis(10)))
            .executor(endless(busy))
            .start();
    jobs = server.part(JobStore.class);
    claims = server.part(JobClaims.class);
    owner = Client.token(server, "admin");
    submit(project("Busy"), 10);
    assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static CommandExecutor endless(CountDownLatch busy) {
    return (order, listener) -> {
      busy.countDown();
      CountDownLatch end = new CountDownLatch(1);
      return new Work() {
        @Override
        public boolean await(Duration time) throws InterruptedException {
          return end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void cancel() {
          end.countDown();
        }

        @Override
        public long memory() {
          return 1 << 20;
        }
      };
    };
  }

  private String project(String name) {
    return owner.project(name).replaceAll(".*/", "");
  }

  private Job submit(String project, int priority) {
    return jobs.submit(project, new Job.Order(JobKind.RECOVER, priority, "{}", null), "ada", null);
  }

  private Claim next() {
    return claims.next("another").orElseThrow();
  }

  /** Takes every job that can be taken, the busy one of the server's own slot among them. */
  private Claim takenOver(String job) {
    List<Claim> all = new ArrayList<>();
    for (Optional<Claim> claim = claims.next("another");
        claim.isPresent();
        claim = claims.next("another")) {
      all.add(claim.get());
    }
    return all.stream().filter(c -> c.job().id().equals(job)).findFirst().orElseThrow();
  }

  @Test
  void aHigherPriorityGoesFirst() {
    String project = project("A");
    Job low = submit(project, 0);
    Job high = submit(project, 5);
    assertThat(next().job().id()).isEqualTo(high.id());
    assertThat(next().job().id()).isEqualTo(low.id());
    assertThat(claims.next("another")).isEmpty();
  }

  @Test
  void aProjectWithManyJobsDoesNotStarveOthers() {
    String many = project("Many");
    for (int i = 0; i < 5; i++) {
      submit(many, 0);
    }
    String few = project("Few");
    Job one = submit(few, 0);
    assertThat(next().job().project()).isEqualTo(many);
    assertThat(next().job().id()).isEqualTo(one.id());
    assertThat(next().job().project()).isEqualTo(many);
  }

  @Test
  void noJobIsGivenTwice() throws Exception {
    String project = project("A");
    for (int i = 0; i < 40; i++) {
      submit(project, 0);
    }
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<List<String>>> takers = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      takers.add(
          pool.submit(
              () -> {
                List<String> taken = new ArrayList<>();
                for (Optional<Claim> claim = claims.next("taker");
                    claim.isPresent();
                    claim = claims.next("taker")) {
                  taken.add(claim.get().job().id());
                }
                return taken;
              }));
    }
    List<String> all = new ArrayList<>();
    for (Future<List<String>> taker : takers) {
      all.addAll(taker.get());
    }
    pool.shutdown();
    assertThat(all).doesNotHaveDuplicates().hasSize(40);
  }

  @Test
  void aLostLeaseIsTakenOverAndItsOwnerIsNoLongerHeard() {
    submit(project("A"), 0);
    Claim first = next();
    assertThat(claims.renew(first)).isTrue();
    assertThat(claims.next("another")).isEmpty();
    clock.move(Duration.ofMillis(JobClaims.LEASE_MILLIS + 1_000));
    Claim second = takenOver(first.job().id());
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(claims.renew(first)).isFalse();
    assertThat(claims.finish(first, JobState.DONE, null)).isFalse();
    assertThat(claims.finish(second, JobState.CANCELLED, null)).isTrue();
  }

  @Test
  void aClockThatIsSetBackHoldsNothingUp() {
    submit(project("A"), 0);
    Claim leased = next();
    clock.move(Duration.ofHours(-3));
    Claim again = takenOver(leased.job().id());
    assertThat(again.attempt()).isEqualTo(2);
    claims.retry(again, 2_000);
    assertThat(claims.next("another")).isEmpty();
    clock.move(Duration.ofHours(-3));
    assertThat(takenOver(leased.job().id()).attempt()).isEqualTo(3);
    assertThat(owner.get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void whatAServerLeavesBehindIsTakenOverAtOnceAndDoesNotCount() {
    submit(project("A"), 0);
    Claim claim = next();
    assertThat(claims.abandon("another")).isEqualTo(1);
    Claim again = next();
    assertThat(again.job().id()).isEqualTo(claim.job().id());
    assertThat(again.attempt()).isEqualTo(1);
  }

  @Test
  void sessionsAndTokensExpire() {
    Client session = Client.owner(server);
    clock.move(Duration.ofHours(13));
    assertThat(session.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(owner.get("/api/v1/me").status()).isEqualTo(200);
  }
}
