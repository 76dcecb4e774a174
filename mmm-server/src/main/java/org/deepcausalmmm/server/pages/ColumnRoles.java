package org.deepcausalmmm.server.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The roles of a data set, seen from its columns. */
public final class ColumnRoles {
  private static final List<String> SINGLE =
      List.of("geo", "time", "outcome", "population", "revenue_per_kpi", "revenue");
  private static final List<String> PARTS = List.of("spend", "exposure", "reach", "frequency");
  private static final Map<String, String> TITLES = titles();

  private final Map<String, Assigned> byColumn = new LinkedHashMap<>();

  /**
   * What a column is used for.
   *
   * @param role as the page names it; empty for none
   * @param channel the channel that it belongs to; empty for none
   * @param delivery how the exposure of the channel comes about: capture, planned, or empty
   */
  public record Assigned(String role, String channel, String delivery) {
    private Assigned(String role, String channel) {
      this(role, channel, "");
    }

    /** Returns the role in words. */
    public String title() {
      return TITLES.getOrDefault(role, "Not used");
    }
  }

  ColumnRoles(JsonNode roles) {
    for (String role : SINGLE) {
      String column = roles.path(role).asText("");
      if (!column.isEmpty()) {
        byColumn.put(column, new Assigned(role, ""));
      }
    }
    roles.path("channels").forEach(channel -> channel(channel, "spend", ""));
    roles.path("organic").forEach(channel -> channel(channel, "exposure", "organic-"));
    for (String role : List.of("controls", "treatments", "ignore")) {
      roles.path(role).forEach(column -> byColumn.put(column.asText(), new Assigned(role, "")));
    }
  }

  private void channel(JsonNode channel, String own, String prefix) {
    if (channel.isTextual()) {
      byColumn.put(channel.asText(), new Assigned(prefix + own, channel.asText()));
      return;
    }
    String name = channel.path("name").asText();
    for (String part : PARTS) {
      String column = channel.path(part).asText("");
      if (!column.isEmpty() && !byColumn.containsKey(column)) {
        byColumn.put(column, new Assigned(prefix + part, name, channel.path("role").asText("")));
      }
    }
  }

  Assigned of(String column) {
    return byColumn.getOrDefault(column, new Assigned("", ""));
  }

  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("", "Not used");
    titles.put("geo", "Region");
    titles.put("time", "Week");
    titles.put("outcome", "Outcome");
    titles.put("spend", "Spend of a channel");
    titles.put("exposure", "Exposure of a channel");
    titles.put("reach", "Reach of a channel");
    titles.put("frequency", "Frequency of a channel");
    titles.put("organic-exposure", "Exposure without spend");
    titles.put("controls", "Control");
    titles.put("treatments", "Treatment (such as price)");
    titles.put("population", "Population");
    titles.put("revenue_per_kpi", "Value of a unit of the outcome");
    titles.put("revenue", "Value of all units");
    titles.put("ignore", "Left out");
    return titles;
  }

  /** Returns the ways in which exposure comes about, by their names in words. */
  public static Map<String, String> deliveries() {
    Map<String, String> deliveries = new LinkedHashMap<>();
    deliveries.put("", "Delivery: not stated");
    deliveries.put("capture", "Delivery: follows demand (auctions)");
    deliveries.put("planned", "Delivery: as booked");
    return deliveries;
  }

  /** Returns the roles that a page offers, by their names in words. */
  public static Map<String, String> offered() {
    return TITLES;
  }
}
