package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.schedule.Scheduler;
import org.deepcausalmmm.server.schedule.SourceSettings;
import org.deepcausalmmm.server.store.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {
  @TempDir private Path directory;

  @Test
  void aRunIsRefreshedFromADirectoryAndChangesAreTold() throws Exception {
    Path source = Files.createDirectory(directory.resolve("export"));
    Files.writeString(directory.resolve("secret.csv"), "a,b\n1,2\n");
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    HttpServer hook = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    hook.start();
    String warehouse = "jdbc:h2:mem:warehouse;DB_CLOSE_DELAY=-1";
    try (MmmServer server =
        Servers.in(directory.resolve("data"))
            .sources(
                new SourceSettings(
                    List.of(source), Map.of("warehouse", DatabaseSettings.of(warehouse, "sa", ""))))
            .start()) {
      Client owner = Client.token(server, "admin");
      String project = owner.project("Shoes");
      String run = Servers.run(owner, project);
      ObjectNode plan = Json.object().put("name", "weekly").put("run", run);
      plan.put("webhook", "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook");

      for (JsonNode bad :
          List.of(
              Json.object().put("file", "../secret.csv"),
              Json.object().put("file", "/etc/passwd"),
              Json.object().put("connection", "other").put("query", "select 1"),
              Json.object().put("connection", "warehouse").put("query", "drop table sales"),
              Json.object()
                  .put("connection", "warehouse")
                  .put("query", "select 1; drop table sales"))) {
        Client.Answer refused =
            owner.post(project + "/schedules", plan.deepCopy().set("source", bad));
        assertThat(refused.status()).as(bad.toString()).isEqualTo(422);
      }

      Files.writeString(source.resolve("sales.csv"), SmallTable.csv());
      plan.set("source", Json.object().put("file", "."));
      Client.Answer made = owner.post(project + "/schedules", plan);
      assertThat(made.status()).as(made.text()).isEqualTo(201);
      String schedule = project + "/schedules/" + made.json().get("id").asText();

      owner.patch(schedule, Json.object().put("dueNow", true));
      server.part(Scheduler.class).look();
      assertThat(owner.get(schedule).json().get("lastError").asText())
          .contains("nothing to refresh");

      Files.writeString(
          source.resolve("sales.csv"), SmallTable.csv().replace("2024-01-01", "2023-12-31"));
      owner.patch(schedule, Json.object().put("dueNow", true));
      server.part(Scheduler.class).look();
      JsonNode jobs = owner.get(project + "/jobs").json().get("items");
      assertThat(jobs.get(0).get("kind").asText()).isEqualTo("refresh");
      String job = jobs.get(0).get("id").asText();
      assertThat(Servers.finished(owner, project, job).get("state").asText()).isEqualTo("done");
      server.part(Scheduler.class).look();

      JsonNode after = owner.get(schedule).json();
      assertThat(after.get("run").asText()).isEqualTo(job);
      JsonNode message = Json.stored(told.poll(20, TimeUnit.SECONDS));
      assertThat(message.get("changes").toString())
          .contains("ROI of tv: 9.9, outside its earlier interval 1.5 to 2.8.")
          .contains("evidence: fail, was review");
    } finally {
      hook.stop(0);
    }
  }

  @Test
  void aQueryOfANamedDatabaseIsASource() throws Exception {
    String url = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    try (var connection = java.sql.DriverManager.getConnection(url, "sa", "");
        var statement = connection.createStatement();
        MmmServer server =
            Servers.in(directory.resolve("data"))
                .sources(
                    new SourceSettings(
                        List.of(), Map.of("shop", DatabaseSettings.of(url, "sa", ""))))
                .start()) {
      statement.execute("create table sales (week date, revenue int, tv_spend int)");
      statement.execute("insert into sales values (date '2024-01-01', 10, 1)");
      Client owner = Client.token(server, "admin");
      String project = owner.project("Shoes");
      ObjectNode plan = Json.object().put("name", "weekly").put("run", Servers.run(owner, project));
      plan.set(
          "source",
          Json.object()
              .put("connection", "shop")
              .put("query", "select week, revenue, tv_spend from sales order by week"));
      Client.Answer made = owner.post(project + "/schedules", plan);
      String schedule = project + "/schedules/" + made.json().get("id").asText();
      owner.patch(schedule, Json.object().put("dueNow", true));
      server.part(Scheduler.class).look();
      String data = owner.get(project + "/datasets").json().at("/items/0/id").asText();
      assertThat(owner.get(project + "/datasets/" + data + "/content").text())
          .isEqualTo("week,revenue,tv_spend\n2024-01-01,10,1\n");
    }
  }
}
