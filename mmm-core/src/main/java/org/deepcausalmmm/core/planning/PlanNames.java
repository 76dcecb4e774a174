package org.deepcausalmmm.core.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.table.Table;

/** The match of names in a plan with those of the data, regardless of case. */
final class PlanNames {
  private PlanNames() {}

  /** Returns the known name that a text matches; the text itself if none or several match. */
  static String meant(String text, List<String> known) {
    if (known.contains(text)) {
      return text;
    }
    List<String> alike =
        known.stream().filter(name -> name.equalsIgnoreCase(text)).distinct().toList();
    return alike.size() == 1 ? alike.get(0) : text;
  }

  /** Returns a plan whose columns have the names of the data. */
  static Table called(Table table, List<String> keys, Panel panel, DataConfig roles) {
    List<String> known = ofData(panel, roles);
    Set<String> taken = new HashSet<>(table.header());
    List<String> header = new ArrayList<>();
    for (String column : table.header()) {
      String name = known.contains(column) ? column : meant(column, keys);
      String called = name.equals(column) ? meant(column, known) : name;
      header.add(called.equals(column) || !taken.add(called) ? column : called);
    }
    return table.with(header, table.rows());
  }

  private static List<String> ofData(Panel panel, DataConfig roles) {
    List<String> names = new ArrayList<>(panel.channelNames());
    panel.controls().forEach(control -> names.add(control.name()));
    names.add(roles.time());
    if (roles.geo() != null) {
      names.add(roles.geo());
    }
    List<DataConfig.ChannelColumns> channels = new ArrayList<>(roles.channels());
    channels.addAll(roles.organic());
    for (DataConfig.ChannelColumns channel : channels) {
      String column = channel.spend() != null ? channel.spend() : channel.exposure();
      if (column != null) {
        names.add(column);
      }
    }
    return names;
  }
}
