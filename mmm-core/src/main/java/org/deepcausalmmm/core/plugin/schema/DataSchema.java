package org.deepcausalmmm.core.plugin.schema;

import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.closedObject;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.listOf;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.node;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.nullable;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.property;
import static org.deepcausalmmm.core.plugin.schema.SchemaNodes.typed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The schema of the part of a configuration below {@code data:}. */
final class DataSchema {
  private static final List<String> ROLES =
      List.of("geo", "channels", "organic", "controls", "treatments");

  private DataSchema() {}

  static ObjectNode data() {
    ObjectNode data = closedObject("The roles of the columns, and how the file is read.");
    text(data, "geo", "Column of the region; absent for national data.");
    property(data, "time", typed("string", "Column of the week: dates or whole numbers."));
    property(data, "outcome", typed("string", "Column of the outcome."));
    text(data, "revenue_per_kpi", "Column of the money value of a unit of the outcome.");
    text(data, "revenue", "Column of the money value of all units of the outcome.");
    text(data, "population", "Column of the region's population.");
    property(data, "channels", listOf(named(channel(), "spend"), "Paid channels."));
    property(data, "organic", listOf(named(organic(), "exposure"), "Exposure without spend."));
    columns(data, "controls", "Columns of controls.");
    columns(data, "treatments", "Columns of what a company sets besides media, such as price.");
    ObjectNode baselines =
        typed(
            "object",
            "By treatment: what its contribution is measured against, min (default), q1, median,"
                + " q3, max or a number.");
    ObjectNode baseline = baselines.putObject("additionalProperties");
    baseline.putArray("type").add("string").add("number");
    property(data, "treatment_baselines", baselines);
    columns(data, "ignore", "Columns that are left out on purpose.");
    preparation(data);
    ObjectNode required = data.putObject("dependentRequired");
    required.putArray("time").add("outcome");
    required.putArray("outcome").add("time");
    ROLES.forEach(role -> required.putArray(role).add("time").add("outcome"));
    return data;
  }

  private static void preparation(ObjectNode data) {
    text(data, "date_format", "Order of dates: D/M/Y, M/D/Y, Y/M/D, excel or yearweek.");
    choice(data, "decimal", "Decimal mark of all numbers.", ".", ",");
    text(data, "encoding", "Character set of the file; UTF-8 if absent.");
    text(data, "sheet", "Sheet of a workbook; the first if absent.");
    text(data, "query", "What a database is asked, where the data are an address jdbc:...");
    text(data, "user", "User of the database.");
    text(data, "password_env", "Environment variable that holds the password of the database.");
    choice(data, "duplicates", "Two rows of one region and week.", "refuse", "drop", "sum");
    choice(data, "period", "Period of the rows of the panel.", "auto", "week", "month");
    choice(
        data,
        "week_date",
        "Which day of a week its date is; by default the heading of the time decides.",
        "by_heading",
        "first_day",
        "last_day");
    ObjectNode groups = typed("object", "By new column: the columns that are added up for it.");
    groups.set("additionalProperties", listOf(typed("string", "A column."), "Columns."));
    property(data, "groups", groups);
    ObjectNode holidays = closedObject("Holidays that become controls.");
    property(holidays, "country", typed("string", "Code of the country, such as DE."));
    text(holidays, "subdivision", "Code of a part of the country.");
    property(holidays, "lead", typed("integer", "Days before a holiday that count along."));
    property(holidays, "lag", typed("integer", "Days after a holiday that count along."));
    text(holidays, "file", "File beside the data that lists the holidays, one row each.");
    text(holidays, "date", "Column of the day in that file.");
    text(holidays, "name", "Column of the holiday's name in that file.");
    ArrayNode either = holidays.putArray("anyOf");
    either.addObject().putArray("required").add("country");
    either.addObject().putArray("required").add("file");
    property(data, "holidays", holidays);
  }

  private static ObjectNode channel() {
    ObjectNode channel = closedObject("The columns of a channel.");
    property(channel, "name", typed("string", "Name of the channel in every result."));
    text(channel, "spend", "Column of the spend; without it, no ROI.");
    text(channel, "exposure", "Column of the exposure; the spend if absent.");
    reach(channel);
    channel.putArray("required").add("name");
    ArrayNode either = channel.putArray("anyOf");
    either.addObject().putArray("required").add("spend");
    either.addObject().putArray("required").add("exposure");
    either.addObject().putArray("required").add("reach").add("frequency");
    return channel;
  }

  private static ObjectNode organic() {
    ObjectNode channel = closedObject("The columns of an organic channel.");
    property(channel, "name", typed("string", "Name of the channel in every result."));
    text(channel, "exposure", "Column of the exposure.");
    reach(channel);
    channel.putArray("required").add("name");
    ArrayNode either = channel.putArray("anyOf");
    either.addObject().putArray("required").add("exposure");
    either.addObject().putArray("required").add("reach").add("frequency");
    return channel;
  }

  private static void reach(ObjectNode channel) {
    text(channel, "reach", "Column of the people reached.");
    text(channel, "frequency", "Column of the average contacts of a person reached.");
    choice(
        channel,
        "role",
        "How exposure comes about: delivered where demand is (capture) or as planned.",
        "capture",
        "planned");
    property(
        channel,
        "national",
        typed("boolean", "Known for all regions together only: spread by population."));
  }

  private static ObjectNode named(ObjectNode channel, String measure) {
    ObjectNode either = node();
    either
        .putArray("anyOf")
        .add(typed("string", "Column of the " + measure + ", which names the channel too."))
        .add(channel);
    return either;
  }

  private static void text(ObjectNode object, String key, String doc) {
    property(object, key, nullable("string", doc));
  }

  private static void columns(ObjectNode object, String key, String doc) {
    property(object, key, listOf(typed("string", "A column."), doc));
  }

  private static void choice(ObjectNode object, String key, String doc, String... values) {
    ObjectNode choice = typed("string", doc);
    ArrayNode allowed = choice.putArray("enum");
    for (String value : values) {
      allowed.add(value);
    }
    property(object, key, choice);
  }
}
