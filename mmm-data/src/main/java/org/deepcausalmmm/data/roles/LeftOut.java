package org.deepcausalmmm.data.roles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.roles.ColumnGuess.Role;

/**
 * The reasons for which columns are left out.
 *
 * @param open the columns that are neither time, region nor outcome
 * @param channels the channels of these columns
 */
record LeftOut(List<TableColumn> open, ChannelAssembly channels) {

  /**
   * Returns notes of the columns whose reasons are known.
   *
   * @param unused the names of all columns that are not used
   * @param derived those that repeat the calendar, other columns or results of a model
   */
  List<Finding> findings(List<String> unused, Collection<String> derived) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    reasons.put("These columns may be the outcome, and another one is", of(Role.OUTCOME));
    List<String> keys = of(Role.TIME);
    keys.addAll(of(Role.GEO));
    reasons.put("These columns may be the time or the region, and another one is", keys);
    reasons.put("These columns give a channel a second spend", names(channels.doubled()));
    reasons.put(
        "These columns measure channels that other columns measure", names(channels.redundant()));
    reasons.put(
        "These columns repeat the calendar, other columns or results of a model",
        new ArrayList<>(derived));
    List<String> facts = of(Role.POPULATION);
    facts.addAll(of(Role.REVENUE_PER_KPI));
    reasons.put("Another column plays the role of these columns", facts);
    List<Finding> findings = new ArrayList<>();
    if (!channels.copies().isEmpty()) {
      findings.add(note("The cells of these columns follow exactly from others", pairs(), false));
    }
    reasons.forEach(
        (reason, columns) -> {
          columns.retainAll(unused);
          if (!columns.isEmpty()) {
            findings.add(note(reason, columns, true));
          }
        });
    return findings;
  }

  /** Returns the names of undecided columns whose reasons are known. */
  Set<String> explained() {
    List<String> names = names(channels.doubled());
    names.addAll(names(channels.copies().keySet()));
    return Set.copyOf(names);
  }

  private List<String> pairs() {
    List<String> pairs = new ArrayList<>();
    channels
        .copies()
        .forEach(
            (copy, source) ->
                pairs.add(QuotedText.of(copy.name()) + " from " + QuotedText.of(source.name())));
    return pairs;
  }

  private List<String> of(Role role) {
    return names(open.stream().filter(column -> column.is(role)).toList());
  }

  private static List<String> names(Collection<TableColumn> columns) {
    return new ArrayList<>(columns.stream().map(TableColumn::name).toList());
  }

  private static Finding note(String reason, List<String> columns, boolean quoted) {
    return DataCode.COLUMN_LEFT_OUT.note(
        "%s: %s.".formatted(reason, quoted ? NameList.quoted(columns) : NameList.list(columns)),
        "They were left out.");
  }
}
