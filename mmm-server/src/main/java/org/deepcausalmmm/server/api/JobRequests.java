package org.deepcausalmmm.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.ConfigurationWriter;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.report.files.ExperimentFiles;
import org.deepcausalmmm.report.files.PlanFiles;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.data.DataSetReport;
import org.deepcausalmmm.server.data.RolesYaml;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.JsonFields;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.DataSet;
import org.deepcausalmmm.server.store.DataSetStore;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobKind;
import org.deepcausalmmm.server.store.JobKind.Shelf;
import org.deepcausalmmm.server.store.Manifest;
import org.deepcausalmmm.server.store.ResultStore;
import org.deepcausalmmm.server.store.StoredResult;

/**
 * The orders made of what a client asks for: each one that a worker can carry out, checked as far
 * as can be.
 */
final class JobRequests {
  private static final int MOST_TEXT = 1 << 19;
  private final DataSetStore dataSets;
  private final ResultStore results;
  private final DataDirectory directory;
  private final DataSetReport report;

  @Inject
  JobRequests(
      DataSetStore dataSets, ResultStore results, DataDirectory directory, DataSetReport report) {
    this.dataSets = dataSets;
    this.results = results;
    this.directory = directory;
    this.report = report;
  }

  /**
   * Reads the order of a job from a body.
   *
   * @throws org.deepcausalmmm.api.MmmException if a field is missing, unknown or wrong
   */
  Job.Order read(JobKind kind, String project, JsonNode body) {
    List<String> known = new ArrayList<>(List.of("kind", "name", "priority"));
    known.addAll(JobForm.inputs(kind));
    JobForm.fields(kind).forEach(field -> known.add(field.name()));
    JsonFields fields = JsonFields.of(body, known);
    ObjectNode request = Json.object();
    request.put("name", fields.name("name", 200).orElse(kind.text()));
    ArrayNode arguments = request.putArray("arguments");
    JobForm.required(kind).stream()
        .filter(name -> !fields.has(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw JsonFields.missing(name);
            });
    JobForm.fields(kind).forEach(field -> OptionArguments.add(arguments, field, fields));
    new Inputs(kind, project, fields, request, arguments).read();
    int priority = fields.integer("priority", -10, 10).orElse(kind.priority());
    return new Job.Order(kind, priority, Json.text(request), null);
  }

  /** The data, results and files that an order names. */
  private final class Inputs {
    private final JobKind kind;
    private final String project;
    private final JsonFields fields;
    private final ArrayNode arguments;
    private final ArrayNode data;
    private final ArrayNode sources;
    private final ObjectNode files;

    Inputs(
        JobKind kind, String project, JsonFields fields, ObjectNode request, ArrayNode arguments) {
      this.kind = kind;
      this.project = project;
      this.fields = fields;
      this.arguments = arguments;
      this.data = request.putArray("datasets");
      this.sources = request.putArray("sources");
      this.files = request.putObject("files");
    }

    void read() {
      switch (kind) {
        case FIT, BACKTEST -> configuration(dataSet(fields.requiredText("dataset", 40)));
        case REFRESH -> {
          dataSet(fields.requiredText("dataset", 40));
          run();
        }
        case CHECK_MODEL -> {
          StoredResult run = run();
          String fitted = run.origin().dataSet();
          if (fitted == null) {
            throw Exchange.absent("data set of run", run.id());
          }
          dataSet(fitted);
        }
        case OPTIMIZE -> {
          run();
          fields
              .text("constraints", MOST_TEXT)
              .ifPresent(text -> file("--constraints", "constraints.yaml", text));
        }
        case FORECAST -> {
          run();
          file("--plan", "plan.csv", plan());
        }
        case COMPARE -> {
          ids("plans").forEach(id -> source(id, Shelf.PLANS));
        }
        case PREPARE -> {
          ids("datasets").forEach(this::dataSet);
          fields.text("config", MOST_TEXT).ifPresent(text -> file("--config", "config.yaml", text));
        }
        case EXPERIMENT_READING -> columns(dataSet(fields.requiredText("dataset", 40)));
        case EXPERIMENT_DESIGN -> {
          columns(dataSet(fields.requiredText("dataset", 40)));
          if (fields.has("run")) {
            run();
            arguments.add("--run=run");
          }
        }
        case EXPERIMENT_RANKING -> run();
        case RECOVER -> {
          // A recovery needs nothing but its options.
        }
      }
    }

    private void file(String option, String name, String text) {
      files.put(name, text);
      arguments.add(option + "=" + name);
    }

    private List<String> ids(String field) {
      JsonNode value = fields.value(field).orElseThrow(() -> JsonFields.missing(field));
      List<String> ids = new ArrayList<>();
      value.forEach(id -> ids.add(id.asText()));
      if (!value.isArray() || ids.isEmpty() || ids.size() > 20) {
        throw JsonFields.bad(field, "must list 1 to 20 ids");
      }
      return ids;
    }

    private DataSet dataSet(String id) {
      data.add(id);
      return java.util.Optional.of(id)
          .filter(Ids::valid)
          .flatMap(valid -> dataSets.get(project, valid))
          .orElseThrow(() -> Exchange.absent("data set", id));
    }

    private StoredResult run() {
      StoredResult run = source(fields.requiredText("run", 40), Shelf.RUNS);
      if (run.origin().kind() == JobKind.BACKTEST) {
        throw ServerCode.NOT_IN_THIS_STATE.error(
            "'%s' is a backtest, which has no model.".formatted(run.origin().name()),
            "Name a run that a fit wrote.");
      }
      return run;
    }

    private StoredResult source(String id, Shelf shelf) {
      sources.add(id);
      return result(id, shelf);
    }

    private StoredResult result(String id, Shelf shelf) {
      return java.util.Optional.of(id)
          .filter(Ids::valid)
          .flatMap(valid -> results.get(project, valid))
          .filter(found -> found.origin().kind().shelf() == shelf)
          .orElseThrow(() -> Exchange.absent(shelf.path().replaceAll("s$", ""), id));
    }

    /** Roles that a user corrected join a configuration that names none. */
    private void configuration(DataSet fitted) {
      String given = fitted.roles();
      String text =
          LearnedExperiments.added(fields.text("config", MOST_TEXT).orElse(""), learned());
      if (text.isBlank() && given == null) {
        return;
      }
      ConfigurationDraft draft =
          text.isBlank()
              ? ConfigurationDraft.defaults()
              : new ConfigurationReader().read("config", text);
      String complete =
          draft.data() == null && given != null
              ? new ConfigurationWriter().write(complete(draft, given))
              : text;
      file("--config", "config.yaml", complete);
    }

    /**
     * Returns the entries of the readings that a fit shall learn from, as their files hold them.
     */
    private List<String> learned() {
      if (!fields.has("experiments")) {
        return List.of();
      }
      List<String> entries = new ArrayList<>();
      for (String id : ids("experiments")) {
        StoredResult reading = result(id, Shelf.EXPERIMENTS);
        if (reading.origin().kind() != JobKind.EXPERIMENT_READING) {
          throw ServerCode.NOT_IN_THIS_STATE.error(
              "'%s' is not a reading of an experiment.".formatted(reading.origin().name()),
              "Name results of the kind experiment-reading.");
        }
        entries.add(text(reading, ExperimentFiles.ENTRY));
      }
      return entries;
    }

    /** Adds the roles of the columns, by the user or the server, to a command on experiments. */
    private void columns(DataSet data) {
      JsonNode roles = report.roles(data).path("roles");
      if (!roles.isEmpty()) {
        file("--config", "config.yaml", RolesYaml.fromJson(roles));
      }
    }

    private Configuration complete(ConfigurationDraft draft, String roles) {
      DataConfig data = RolesYaml.draft(roles).data();
      return draft.complete(Objects.requireNonNull(data, "stored roles name columns"));
    }

    private String plan() {
      if (fields.has("planCsv")) {
        return fields.requiredText("planCsv", MOST_TEXT);
      }
      return text(result(fields.requiredText("plan", 40), Shelf.PLANS), PlanFiles.PLAN);
    }

    private String text(StoredResult from, String file) {
      try {
        return Files.readString(Manifest.require(from, directory.result(from.id()), file));
      } catch (IOException e) {
        throw DataDirectory.notWritable(directory.result(from.id()), e);
      }
    }
  }
}
