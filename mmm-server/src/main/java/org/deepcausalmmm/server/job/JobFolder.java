package org.deepcausalmmm.server.job;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.data.DataSetFiles;
import org.deepcausalmmm.server.store.Claim;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.DataSet;
import org.deepcausalmmm.server.store.DataSetStore;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directories in which jobs are run: one for each attempt, with the inputs under plain names,
 * so that no name of a user ever becomes a path.
 */
final class JobFolder {
  /** What the command wrote to its standard error. */
  static final String LOG = "log.txt";

  private static final Logger LOGGER = LoggerFactory.getLogger(JobFolder.class);
  private static final long LEAST_ROOM = 1 << 20;
  private static final String RESULT = "result";
  private static final String RUN = "run";

  private final DataDirectory directory;
  private final DataSetStore dataSets;
  private final DataSetFiles files;

  @Inject
  JobFolder(DataDirectory directory, DataSetStore dataSets, DataSetFiles files) {
    this.directory = directory;
    this.dataSets = dataSets;
    this.files = files;
  }

  /** Returns whether the disk has no room for what a worker writes. */
  boolean isDiskFull(Claim claim) {
    try {
      Path place = attempt(claim.job().id(), claim.attempt());
      return Files.getFileStore(place).getUsableSpace() < LEAST_ROOM;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns what to say of a job whose worker found no room. */
  ServerException diskFull(Claim claim) {
    return ServerCode.DISK_FULL.error(
        "The disk is full: the worker of '%s' could not write its result."
            .formatted(claim.job().order().kind().text()),
        "Free space in the data directory and start the job again; no partial result was kept.");
  }

  /** Deletes what an attempt has written, but for its log. */
  void discard(Claim claim) {
    try (Stream<Path> entries = Files.list(attempt(claim.job().id(), claim.attempt()))) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().equals(LOG)) {
          Trees.delete(entry);
        }
      }
    } catch (IOException e) {
      LOGGER.warn("What job {} has written could not be deleted.", claim.job().id(), e);
    }
  }

  /** Returns the directory of an attempt. */
  Path attempt(String job, int attempt) {
    return directory.job(job).resolve(Integer.toString(attempt));
  }

  /**
   * Makes the directory of an attempt.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-USAGE-523 if an input was deleted
   *     meanwhile, MMM-SYSTEM-506 if the disk is full
   */
  WorkOrder prepare(Claim claim) {
    Path place = attempt(claim.job().id(), claim.attempt());
    try {
      Trees.delete(place);
      Files.createDirectories(place);
      return fill(claim.job(), place);
    } catch (IOException e) {
      throw DataDirectory.notWritable(place, e);
    }
  }

  private WorkOrder fill(Job job, Path place) throws IOException {
    JsonNode request = Json.stored(job.order().request());
    for (Map.Entry<String, JsonNode> file : request.path("files").properties()) {
      Files.writeString(place.resolve(file.getKey()), file.getValue().asText());
    }
    List<String> data = new ArrayList<>();
    for (JsonNode id : request.path("datasets")) {
      data.add(linkData(job, id.asText(), place, data.size()));
    }
    List<String> sources = new ArrayList<>();
    for (JsonNode id : request.path("sources")) {
      sources.add(linkResult(job, id.asText(), place, sources.size()));
    }
    List<String> own = new ArrayList<>();
    request.path("arguments").forEach(argument -> own.add(argument.asText()));
    JobKind kind = job.order().kind();
    if (kind == JobKind.FORECAST || kind == JobKind.COMPARE || kind == JobKind.PREPARE) {
      Files.createDirectory(place.resolve(RESULT));
    }
    return new WorkOrder(job.id(), place, arguments(kind, data, sources, own), resultOf(kind));
  }

  private static String resultOf(JobKind kind) {
    return kind == JobKind.CHECK_MODEL ? RUN : RESULT;
  }

  private static List<String> arguments(
      JobKind kind, List<String> data, List<String> sources, List<String> own) {
    List<String> line = new ArrayList<>();
    switch (kind) {
      case FIT -> add(line, List.of("fit"), data, List.of("--out", RESULT));
      case REFRESH -> add(line, List.of("fit"), data, List.of("--refresh", RUN, "--out", RESULT));
      case BACKTEST -> add(line, List.of("backtest"), data, List.of("--out", RESULT));
      case CHECK_MODEL -> add(line, List.of("check-model", RUN), data, List.of());
      case OPTIMIZE -> add(line, List.of("optimize", RUN), List.of(), List.of("--out", RESULT));
      case FORECAST ->
          add(line, List.of("forecast", RUN), data, List.of("--out", RESULT + "/forecast.csv"));
      case COMPARE ->
          add(
              line,
              List.of("scenario", "compare"),
              sources,
              List.of("--out", RESULT + "/comparison.csv"));
      case PREPARE -> add(line, List.of("prepare"), data, List.of("--out", RESULT + "/data.csv"));
      case RECOVER -> add(line, List.of("recover"), List.of(), List.of("--out", RESULT));
      case EXPERIMENT_READING ->
          add(line, List.of("experiment", "read"), data, List.of("--out", RESULT));
      case EXPERIMENT_DESIGN ->
          add(line, List.of("experiment", "design"), data, List.of("--out", RESULT));
      case EXPERIMENT_RANKING ->
          add(line, List.of("experiment", "rank", RUN), List.of(), List.of("--out", RESULT));
    }
    line.addAll(own);
    return line;
  }

  private static void add(
      List<String> line, List<String> command, List<String> inputs, List<String> out) {
    line.addAll(command);
    line.addAll(inputs);
    line.addAll(out);
  }

  private String linkData(Job job, String id, Path place, int index) throws IOException {
    DataSet data = dataSets.get(job.project(), id).orElseThrow(() -> gone("data set", id));
    String name = "data" + (index == 0 ? "" : "-" + (index + 1)) + "." + data.content().format();
    Trees.link(files.place(data), place.resolve(name));
    return name;
  }

  private String linkResult(Job job, String id, Path place, int index) throws IOException {
    Path source = directory.result(id);
    if (!Files.isDirectory(source)) {
      throw gone("result", id);
    }
    String name = job.order().kind() == JobKind.COMPARE ? "plan-" + (index + 1) : RUN;
    boolean changed = job.order().kind() == JobKind.CHECK_MODEL;
    Files.createDirectory(place.resolve(name));
    try (Stream<Path> entries = Files.list(source)) {
      for (Path entry : entries.toList()) {
        Path target = place.resolve(name).resolve(entry.getFileName());
        if (changed) {
          Files.copy(entry, target);
        } else {
          Trees.link(entry, target);
        }
      }
    }
    return name;
  }

  private static RuntimeException gone(String what, String id) {
    return ServerCode.IN_USE.error(
        "The %s '%s' that the job needs was deleted meanwhile.".formatted(what, id),
        "Start the job again with another one.");
  }
}
