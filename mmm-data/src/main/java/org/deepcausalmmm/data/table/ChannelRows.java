package org.deepcausalmmm.data.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.Table.Row;

/**
 * A table with one row for each channel, as advertising platforms export it: date, channel, spend,
 * impressions.
 */
final class ChannelRows {
  private static final Set<String> CHANNELS =
      Set.of(
          "channel",
          "media_channel",
          "platform",
          "medium",
          "media",
          "marketing_channel",
          "canal",
          "kanal",
          "werbekanal",
          "canale",
          "kanaal");
  private static final Set<String> MEASURES =
      Set.of(
          "spend",
          "inversion",
          "gasto",
          "gastos",
          "kosten",
          "ausgaben",
          "depenses",
          "depense",
          "cout",
          "couts",
          "spesa",
          "impressionen",
          "klicks",
          "impresiones",
          "clics",
          "cost",
          "costs",
          "impressions",
          "clicks",
          "views",
          "grps",
          "reach",
          "frequency");
  private static final int MOST_CHANNELS = 200;

  private final Table table;
  private final int channel;
  private final List<Integer> measures;
  private final List<Integer> others = new ArrayList<>();

  private ChannelRows(Table table, int channel, List<Integer> measures) {
    this.table = table;
    this.channel = channel;
    this.measures = measures;
    for (int c = 0; c < table.header().size(); c++) {
      if (c != channel && !measures.contains(c)) {
        others.add(c);
      }
    }
  }

  /** Returns such a table with one column for each channel and measure; another as it is. */
  static Table widen(Table table) {
    int channel = -1;
    List<Integer> measures = new ArrayList<>();
    for (int c = 0; c < table.header().size(); c++) {
      String plain = String.join("_", TimeNames.words(table.header().get(c)));
      channel = CHANNELS.contains(plain) && text(table, c) ? c : channel;
      if (MEASURES.contains(plain)) {
        measures.add(c);
      }
    }
    if (channel >= 0) {
      for (int measure : measures) {
        MmmException unreadable = table.unreadable().get(table.header().get(measure));
        if (unreadable != null) {
          throw unreadable;
        }
      }
    }
    return channel < 0 || measures.isEmpty()
        ? table
        : new ChannelRows(table, channel, measures).wide();
  }

  private static boolean text(Table table, int column) {
    return table.rows().stream().noneMatch(row -> NumberText.isPlain(row.cells().get(column)));
  }

  private Table wide() {
    Set<String> channels = new LinkedHashSet<>();
    table.rows().forEach(row -> channels.add(row.cells().get(channel)));
    if (channels.size() > MOST_CHANNELS || channels.contains("")) {
      return table;
    }
    List<String> names = List.copyOf(channels);
    // A row is another week or region where no channel has been met yet under its other cells.
    Map<List<String>, Row> first = new LinkedHashMap<>();
    Map<List<String>, String[]> values = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      List<String> key = others.stream().map(row.cells()::get).toList();
      first.putIfAbsent(key, row);
      String[] own = values.computeIfAbsent(key, k -> new String[names.size() * measures.size()]);
      for (int m = 0; m < measures.size(); m++) {
        int position = names.indexOf(row.cells().get(channel)) * measures.size() + m;
        if (own[position] != null) {
          throw DataCode.DUPLICATE_ROW.error(
              "%s, line %d: channel '%s' has a second row at the same time and place."
                  .formatted(
                      table.source(),
                      row.line(),
                      QuotedText.of(names.get(position / measures.size()))),
              "Add its rows up, or remove one.");
        }
        own[position] = row.cells().get(measures.get(m));
      }
    }
    return table(names, first, values);
  }

  private Table table(
      List<String> names, Map<List<String>, Row> first, Map<List<String>, String[]> values) {
    List<String> header = new ArrayList<>(others.stream().map(table.header()::get).toList());
    for (String name : names) {
      measures.forEach(m -> header.add(name + "_" + table.header().get(m)));
    }
    List<Row> rows = new ArrayList<>(values.size());
    values.forEach(
        (key, own) -> {
          List<String> cells = new ArrayList<>(key);
          for (String value : own) {
            // A channel without a row spent nothing.
            cells.add(value == null ? "0" : value);
          }
          Row row = first.get(key);
          rows.add(new Row(row == null ? 0 : row.line(), cells));
        });
    List<Finding> notes = new ArrayList<>(table.notes());
    notes.add(
        DataCode.RESHAPED.warning(
            "%s has a row for each of %d channels in column '%s': %s."
                .formatted(
                    table.source(),
                    names.size(),
                    QuotedText.of(table.header().get(channel)),
                    NameList.quoted(names)),
            "Each channel became columns, 0 where it has no row; the other columns were taken to"
                + " belong to the region and week."));
    return new Table(table.source(), header, rows, table.unreadable(), notes);
  }
}
