package org.deepcausalmmm.server.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.server.base.Json;
import org.jspecify.annotations.Nullable;

/** The roles of columns as the API shows them. */
public final class RolesJson {
  private RolesJson() {}

  static ObjectNode write(DataConfig roles) {
    ObjectNode node = Json.object();
    node.put("geo", roles.geo());
    node.put("time", roles.time());
    node.put("outcome", roles.outcome());
    node.put("revenue_per_kpi", roles.revenuePerKpi());
    node.put("population", roles.population());
    node.set("channels", channels(roles.channels()));
    node.set("organic", channels(roles.organic()));
    ArrayNode controls = node.putArray("controls");
    roles.controls().forEach(controls::add);
    return node;
  }

  private static JsonNode channels(List<ChannelColumns> channels) {
    ArrayNode array = Json.array();
    for (ChannelColumns channel : channels) {
      ObjectNode node = array.addObject().put("name", channel.name());
      if (channel.spend() != null) {
        node.put("spend", channel.spend());
      }
      if (channel.exposure() != null) {
        node.put("exposure", channel.exposure());
      }
    }
    return array;
  }

  /** Returns the columns that have a role. */
  public static List<String> columns(DataConfig roles) {
    List<String> columns = new ArrayList<>();
    add(columns, roles.geo());
    add(columns, roles.time());
    add(columns, roles.outcome());
    add(columns, roles.revenuePerKpi());
    add(columns, roles.population());
    Stream.concat(roles.channels().stream(), roles.organic().stream())
        .forEach(
            channel -> {
              add(columns, channel.spend());
              add(columns, channel.exposure());
            });
    columns.addAll(roles.controls());
    return columns;
  }

  private static void add(List<String> columns, @Nullable String column) {
    if (column != null && !columns.contains(column)) {
      columns.add(column);
    }
  }
}
