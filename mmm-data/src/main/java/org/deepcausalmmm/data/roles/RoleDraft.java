package org.deepcausalmmm.data.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.config.ChannelRole;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.table.NumberText;
import org.deepcausalmmm.data.table.ReadingOptions;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/** Detected roles as a configuration to edit: every column with a comment of what it holds. */
public final class RoleDraft {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
  private static final Set<String> RESERVED =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");
  private static final int COMMENT_COLUMN = 40;

  private final Table table;
  private final DetectedRoles detected;
  private final StringBuilder yaml = new StringBuilder();

  private RoleDraft(Table table, DetectedRoles detected) {
    this.table = table;
    this.detected = detected;
  }

  /** Returns the configuration as YAML. */
  public static String yaml(Table table, DetectedRoles detected) {
    return yaml(table, detected, ReadingOptions.inferred());
  }

  /** Returns the configuration as YAML, with the options under which the table was read. */
  public static String yaml(Table table, DetectedRoles detected, ReadingOptions reading) {
    return new RoleDraft(table, detected).write(reading);
  }

  private String write(ReadingOptions reading) {
    DataConfig roles = detected.roles();
    line("# Detected roles of the columns of " + QuotedText.of(table.source()) + ".");
    line("# Check every line, then fit with --config.");
    line("data:");
    reading(reading);
    single("geo", roles.geo(), null);
    single("time", roles.time(), "no column of dates was found: name one");
    single("outcome", roles.outcome(), "none or several were found: name one");
    single("revenue_per_kpi", roles.revenuePerKpi(), null);
    single("revenue", roles.facts().revenue(), null);
    single("population", roles.population(), null);
    channels("channels", roles.channels());
    channels("organic", roles.organic());
    list("controls", roles.controls(), "");
    if (!roles.others().treatments().isEmpty()) {
      list("treatments", roles.others().treatments(), "");
    }
    if (!detected.undecided().isEmpty()) {
      line("  # Undecided: move each of the first " + detected.undecided().size());
      line("  # below to channels or to controls if it counts.");
    }
    List<String> undecided = new ArrayList<>(detected.undecided());
    detected.unused().stream().filter(c -> !undecided.contains(c)).forEach(undecided::add);
    if (!undecided.isEmpty()) {
      list("ignore", undecided, "");
    }
    return yaml.toString();
  }

  private void reading(ReadingOptions reading) {
    option("date_format", reading.dateFormat());
    option("decimal", reading.decimal() == null ? null : reading.decimal().toString());
    option("encoding", reading.encoding() == null ? null : reading.encoding().name());
    option("sheet", reading.sheet());
    ReadingOptions.DatabaseQuery query = reading.query();
    if (query != null) {
      option("query", query.sql());
      option("user", query.user());
      option("password_env", query.passwordEnv());
    }
  }

  private void option(String key, @Nullable String value) {
    if (value != null) {
      line("  " + key + ": " + quoted(value));
    }
  }

  private void single(String key, @Nullable String column, @Nullable String missing) {
    if (column != null && !column.isEmpty()) {
      commented("  " + key + ": " + quoted(column), facts(column));
    } else if (missing != null) {
      commented("  " + key + ":", missing + " of " + NameList.quoted(table.header()));
    }
  }

  private void channels(String key, List<ChannelColumns> channels) {
    if (channels.isEmpty()) {
      commented("  " + key + ": []", key.equals("channels") ? "none was found" : "");
      return;
    }
    line("  " + key + ":");
    for (ChannelColumns channel : channels) {
      line("    - name: " + quoted(channel.name()));
      entry("spend", channel.spend());
      entry("exposure", channel.exposure());
      entry("reach", channel.reach());
      entry("frequency", channel.frequency());
      ChannelRole.suggestedBy(channel.name())
          .ifPresent(
              role ->
                  commented(
                      "      # role: " + role.word(),
                      role == ChannelRole.CAPTURE
                          ? "does delivery rise with demand, as in auctions? Then say so"
                          : "delivered as planned, whatever the demand? Then say so"));
    }
  }

  private void entry(String key, @Nullable String column) {
    if (column != null) {
      commented("      " + key + ": " + quoted(column), facts(column));
    }
  }

  private void list(String key, List<String> columns, String empty) {
    if (columns.isEmpty()) {
      commented("  " + key + ": []", empty);
      return;
    }
    line("  " + key + ":");
    columns.forEach(
        column -> commented("    - " + quoted(column), facts(column) + hint(key, column)));
  }

  /** Returns a remark on a control that may be a treatment. */
  private static String hint(String key, String column) {
    return key.equals("controls") && TreatmentCandidates.named(column)
        ? "; set by the company? Then list it at treatments"
        : "";
  }

  /** Returns what the cells of a column hold. */
  private String facts(String column) {
    int index = table.header().indexOf(column);
    ColumnProfile profile = ColumnProfile.of(table, index);
    int empty = table.rows().size() - profile.known();
    String cells =
        switch (profile.kind()) {
          case EMPTY -> "no value";
          case NUMBER ->
              profile.flag()
                  ? "0 and 1"
                  : String.format(Locale.ROOT, "%.6g to %.6g", profile.least(), profile.most());
          case DATE -> dates(index);
          case TEXT -> profile.distinct() + " texts, such as " + example(index);
        };
    return cells + (empty > 0 && profile.known() > 0 ? ", " + empty + " empty" : "");
  }

  private String dates(int index) {
    Set<String> dates = new TreeSet<>();
    table.rows().forEach(row -> dates.add(row.cells().get(index)));
    dates.remove("");
    List<String> sorted = List.copyOf(new ArrayList<>(dates));
    return "%d dates, %s to %s"
        .formatted(sorted.size(), sorted.get(0), sorted.get(sorted.size() - 1));
  }

  private String example(int index) {
    for (Row row : table.rows()) {
      if (!NumberText.isEmpty(row.cells().get(index))) {
        return QuotedText.of(row.cells().get(index));
      }
    }
    return "";
  }

  private void commented(String text, String comment) {
    if (comment.isEmpty()) {
      line(text);
      return;
    }
    line(
        text
            + " ".repeat(Math.max(1, COMMENT_COLUMN - text.length()))
            + "# "
            + QuotedText.message(comment));
  }

  private void line(String text) {
    yaml.append(text).append('\n');
  }

  /** Returns a name as YAML reads it back. */
  private static String quoted(String name) {
    boolean plain =
        WORD.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
    return plain ? name : "\"" + escaped(name) + "\"";
  }

  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    for (char c : name.toCharArray()) {
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
