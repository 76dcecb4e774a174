package org.deepcausalmmm.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.server.base.Json;

/** The addresses of all pages of a project that has a result of every kind. */
record PagePlaces(MmmServer server, Client owner, String project, String data, String run) {

  private String started(String list, JsonNode body) {
    String job = owner.post(project + "/" + list, body).json().get("id").asText();
    Servers.finished(owner, project, job);
    return job;
  }

  private String page(String rest) {
    return server.address() + project.substring("/api/v1".length()) + rest;
  }

  List<String> all() {
    String backtest = started("runs", Json.object().put("kind", "backtest").put("dataset", data));
    String second = started("runs", Json.object().put("dataset", data).put("name", "Second"));
    String forecast =
        started(
            "forecasts",
            Json.object().put("run", run).put("planCsv", "week,channel,spend\n2024-01-01,tv,1\n"));
    List<String> places = new ArrayList<>(List.of(server.address() + "/"));
    places.add(page(""));
    places.add(page("/data/" + data));
    places.add(page("/data/" + data + "/model"));
    places.add(server.address() + "/admin");
    places.add(server.address() + "/account");
    places.add(page("/jobs/" + run));
    for (String view : List.of("summary", "return", "fit")) {
      places.add(page("/results/" + run + "?view=" + view));
    }
    places.add(page("/results/" + run + "/compare/" + second));
    places.add(page("/results/" + backtest));
    places.add(page("/results/" + forecast));
    places.add(page("/results/" + run + "/planner"));
    String plan = started("plans", Json.object().put("run", run).put("budget", 3_000_000));
    String other = started("plans", Json.object().put("run", run).put("budget", 4_000_000));
    places.add(page("/results/" + plan));
    places.add(page("/settings"));
    places.add(page("/experiments?data=" + data));
    for (String kind : List.of("reading", "design", "ranking")) {
      places.add(page("/results/" + experiment(kind)));
    }
    places.add(page("/results/" + plan + "/versus/" + other));
    return places;
  }

  private String experiment(String kind) {
    ObjectNode body = Json.object().put("kind", "experiment-" + kind).put("name", kind);
    if (kind.equals("ranking")) {
      return started("experiments", body.put("run", run).put("budget", 3_000_000));
    }
    body.put("dataset", data).put("channel", "tv");
    if (kind.equals("design")) {
      return started("experiments", body.put("budget", 400_000));
    }
    body.put("from", "2024-11-25").put("to", "2024-12-16").putArray("treated").add("region_1");
    return started("experiments", body);
  }
}
