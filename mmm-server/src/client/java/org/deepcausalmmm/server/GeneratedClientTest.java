package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.server.client.ApiClient;
import org.deepcausalmmm.server.client.ApiException;
import org.deepcausalmmm.server.client.api.DatasetsApi;
import org.deepcausalmmm.server.client.api.JobsApi;
import org.deepcausalmmm.server.client.api.ProjectsApi;
import org.deepcausalmmm.server.client.api.ResultsApi;
import org.deepcausalmmm.server.client.model.Event;
import org.deepcausalmmm.server.client.model.Job;
import org.deepcausalmmm.server.client.model.NewForecast;
import org.deepcausalmmm.server.client.model.NewPlan;
import org.deepcausalmmm.server.client.model.NewProject;
import org.deepcausalmmm.server.client.model.NewRun;
import org.deepcausalmmm.server.client.model.ResultBrief;
import org.deepcausalmmm.server.client.model.Roles;
import org.deepcausalmmm.server.client.model.RolesChange;
import org.deepcausalmmm.server.client.model.RolesState;
import org.deepcausalmmm.server.client.model.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from data to a forecast through the client that is generated from openapi.yaml. */
class GeneratedClientTest {
  @TempDir private Path directory;
  private MmmServer server;
  private DatasetsApi dataSets;
  private JobsApi jobs;
  private ResultsApi results;
  private String project;

  @BeforeEach
  void start() throws ApiException {
    server = Servers.in(directory.resolve("data")).start();
    Client.Answer made =
        Client.owner(server)
            .post("/api/v1/tokens", org.deepcausalmmm.server.base.Json.object().put("name", "java"));
    String token = made.json().get("token").asText();
    ApiClient client = new ApiClient();
    client.updateBaseUri("http://127.0.0.1:" + server.port());
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    dataSets = new DatasetsApi(client);
    jobs = new JobsApi(client);
    results = new ResultsApi(client);
    project = new ProjectsApi(client).createProject(new NewProject().name("Shoes")).getId();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void dataBecomeARunAPlanAndAForecast() throws Exception {
    String data = uploadedWithCorrectedRoles();
    String run = done(jobs.beginRun(project, new NewRun().dataset(data).holdout(8), "monday"));
    assertThat(jobs.beginRun(project, new NewRun().dataset(data).holdout(8), "monday").getId())
        .isEqualTo(run);
    List<Event> events = jobs.getJobEvents(project, run, null, null).getItems();
    assertThat(events).extracting(Event::getType).contains(Event.TypeEnum.PROGRESS);

    Table channels = results.getTable(project, run, "channels", null, null, null, null, null);
    assertThat(channels.getColumns()).startsWith("channel", "spend", "roi");
    assertThat(channels.getRows()).hasSize(2);
    assertThat(text(results.getReport(project, run))).contains("<title>Report");
    assertThat(results.getResult(project, run).getReproduce()).contains("--holdout=8");
    assertThat(text(results.getArchive(project, run))).startsWith("PK");

    NewPlan wanted = new NewPlan().run(run).budget(java.math.BigDecimal.valueOf(250_000));
    String plan = done(jobs.beginPlan(project, wanted, null));
    String forecast =
        done(jobs.beginForecast(project, new NewForecast().run(run).plan(plan), null));
    assertThat(
            results
                .getTable(project, forecast, "forecast", null, null, null, null, null)
                .getRows())
        .isNotEmpty();
    assertThat(results.listForecasts(project, null, null).getItems())
        .extracting(ResultBrief::getId)
        .containsExactly(forecast);
  }

  private String uploadedWithCorrectedRoles() throws ApiException, IOException {
    String data = dataSets.uploadDataset(project, SmallTable.csv(), "sales.csv").getId();
    assertThat(text(dataSets.getDatasetContent(project, data))).isEqualTo(SmallTable.csv());
    assertThat(dataSets.getRoles(project, data).getSource())
        .isEqualTo(RolesState.SourceEnum.PROPOSED);
    RolesChange change = new RolesChange().roles(new Roles().controls(List.of()));
    assertThat(dataSets.changeRoles(project, data, change).getUnused())
        .containsExactly("price_index");
    return data;
  }

  @Test
  void anErrorCarriesItsCode() {
    assertThatThrownBy(() -> jobs.beginRun(project, new NewRun().dataset("ds_none"), null))
        .isInstanceOfSatisfying(
            ApiException.class,
            error -> {
              assertThat(error.getCode()).isEqualTo(404);
              assertThat(error.getResponseBody()).contains("MMM-USAGE-501");
            });
  }

  private String done(Job begun) throws ApiException, InterruptedException {
    Job job = begun;
    for (int i = 0; job.getFinished() == null && i < 1_200; i++) {
      Thread.sleep(50);
      job = jobs.getJob(project, begun.getId());
    }
    assertThat(job.getState()).as(job.toString()).isEqualTo(Job.StateEnum.DONE);
    return job.getId();
  }

  private static String text(File file) throws IOException {
    try {
      return Files.readString(file.toPath(), java.nio.charset.StandardCharsets.ISO_8859_1);
    } finally {
      Files.delete(file.toPath());
    }
  }
}
