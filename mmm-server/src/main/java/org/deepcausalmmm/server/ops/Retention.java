package org.deepcausalmmm.server.ops;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepcausalmmm.server.job.Trees;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.DataSetStore;
import org.deepcausalmmm.server.store.Database;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobStore;
import org.deepcausalmmm.server.store.ResultStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The deletion of what is too old to be kept, and of files without a reference. */
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** Files that nothing speaks of yet may belong to something that is just being done. */
  private static final Duration UNDECIDED = Duration.ofHours(1);

  private static final Duration LOGS = Duration.ofDays(7);

  private final Database database;
  private final DataDirectory directory;
  private final DataSetStore dataSets;
  private final ResultStore results;
  private final JobStore jobs;
  private final Clock clock;
  private final RetentionSettings settings;

  @Inject
  Retention(
      Database database,
      DataDirectory directory,
      DataSetStore dataSets,
      ResultStore results,
      JobStore jobs,
      Clock clock,
      RetentionSettings settings) {
    this.database = database;
    this.directory = directory;
    this.dataSets = dataSets;
    this.results = results;
    this.jobs = jobs;
    this.clock = clock;
    this.settings = settings;
  }

  /** Deletes old results and jobs, then the files that nothing speaks of. */
  public void run() {
    settings.keep().ifPresent(this::deleteOlderThan);
    int deleted =
        sweep(directory.root().resolve("results"), name -> results.get(name).isPresent())
            + sweep(directory.root().resolve("handouts"), name -> results.get(name).isPresent())
            + sweep(directory.root().resolve("jobs"), this::isJobNeeded)
            + sweep(directory.temporary(), name -> false)
            + sweepContents();
    if (deleted > 0) {
      LOG.info("retention deleted {} directories and files", deleted);
    }
  }

  private void deleteOlderThan(Duration age) {
    long oldest = clock.millis() - age.toMillis();
    database.transact(
        handle -> {
          handle
              .createUpdate(
                  """
                  delete from results where not kept and created < :oldest
                    and id not in (select run_id from schedules)
                  """)
              .bind("oldest", oldest)
              .execute();
          return handle
              .createUpdate(
                  """
                  delete from jobs where finished < :oldest
                    and state in ('done', 'failed', 'cancelled')
                  """)
              .bind("oldest", oldest)
              .execute();
        });
  }

  private boolean isJobNeeded(String name) {
    Optional<Job> job = jobs.get(name);
    if (job.isEmpty()) {
      return false;
    }
    Long finished = job.get().status().finished();
    return finished == null || finished > clock.millis() - LOGS.toMillis();
  }

  /** The test whether the thing under a name is needed. */
  private interface Needed {
    boolean test(String name);
  }

  private int sweep(Path parent, Needed needed) {
    int deleted = 0;
    try (Stream<Path> entries = Files.list(parent)) {
      List<Path> all = entries.toList();
      for (Path entry : all) {
        if (isSettled(entry) && !needed.test(entry.getFileName().toString())) {
          Trees.delete(entry);
          deleted++;
        }
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be swept: {}", parent, e.toString());
    }
    return deleted;
  }

  private boolean isSettled(Path path) throws IOException {
    long modified = Files.getLastModifiedTime(path).toMillis();
    return modified < clock.millis() - UNDECIDED.toMillis();
  }

  private int sweepContents() {
    int deleted = 0;
    try (Stream<Path> walk = Files.walk(directory.root().resolve("data"))) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        if (isSettled(file) && !dataSets.holds(file.getFileName().toString())) {
          Files.deleteIfExists(file);
          deleted++;
        }
      }
    } catch (IOException e) {
      LOG.warn("The data sets cannot be swept: {}", e.toString());
    }
    return deleted;
  }
}
