package org.deepcausalmmm.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.roles.CurrencyColumns;
import org.deepcausalmmm.data.roles.DetectedRoles;
import org.deepcausalmmm.data.roles.RoleDetector;
import org.deepcausalmmm.data.shape.Groups;
import org.deepcausalmmm.data.shape.Joiner;
import org.deepcausalmmm.data.shape.Tidier;
import org.deepcausalmmm.data.table.ReadingProgress;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;
import org.jspecify.annotations.Nullable;

/** The reader of a file under a configuration; roles that it does not give are detected. */
public final class PreparedDataReader {
  private final ReadingProgress progress;

  /** Creates a reader that does not tell how far it is. */
  public PreparedDataReader() {
    this(ReadingProgress.NONE);
  }

  /** Creates a reader that tells how far it is in large files. */
  public PreparedDataReader(ReadingProgress progress) {
    this.progress = progress;
  }

  /**
   * Reads a file.
   *
   * @throws MmmException MMM-DATA if the file or its roles cannot be read, MMM-CONFIG if the
   *     configuration does not fit
   */
  public PreparedData read(Path file, ConfigurationDraft draft, RoleChoice choice) {
    TableReader reader = new TableReader(draft.preparation().reading()).reporting(progress);
    Table table = reader.read(file);
    return OtherSheets.named(table, () -> read(table, draft, choice));
  }

  /**
   * Reads files that belong together.
   *
   * @param files at least one; all that follow are joined to the first by time and region
   */
  public PreparedData read(List<Path> files, ConfigurationDraft draft, RoleChoice choice) {
    TableReader reader = new TableReader(draft.preparation().reading()).reporting(progress);
    List<Table> tables = files.stream().map(reader::read).toList();
    return tables.size() == 1
        ? OtherSheets.named(tables.get(0), () -> read(tables.get(0), draft, choice))
        : read(new Joiner().join(tables, keys(tables.get(0), draft)), draft, choice);
  }

  private static List<String> keys(Table first, ConfigurationDraft draft) {
    DataConfig roles =
        draft.data() == null ? new RoleDetector().draft(first, null).roles() : draft.data();
    List<String> keys = new ArrayList<>();
    keys.add(roles.time());
    if (roles.geo() != null) {
      keys.add(roles.geo());
    }
    return keys;
  }

  /** Reads a table. */
  public PreparedData read(Table table, ConfigurationDraft draft, RoleChoice choice) {
    requireColumns(table, draft);
    DataConfig given = draft.data();
    CurrencyColumns.requireOne(table, given == null ? List.of() : given.others().ignored());
    DetectedRoles detected =
        given == null ? detect(Groups.inPlace(table, draft.preparation().groups()), choice) : null;
    DataConfig roles = detected == null ? requireGiven(given) : detected.roles();
    Configuration complete = draft.complete(roles);
    String outcome = choice.outcome();
    if (given != null && outcome != null && !outcome.equals(given.outcome())) {
      DataConfig other = complete.data().withOutcome(outcome);
      complete = new Configuration(other, complete.model(), complete.fit());
    }
    return new PreparedData(table, complete, new Tidier().tidy(table, complete.data()), detected);
  }

  private static DataConfig requireGiven(@Nullable DataConfig given) {
    if (given == null) {
      throw new IllegalStateException("Roles are neither given nor detected.");
    }
    return given;
  }

  private static DetectedRoles detect(Table table, RoleChoice choice) {
    RoleDetector detector = new RoleDetector();
    return choice.accept()
        ? detector.propose(table, choice.outcome(), choice.others())
        : detector.detect(table, choice.outcome(), choice.others());
  }

  /** Requires every column that the configuration names, and says where it names one in vain. */
  private static void requireColumns(Table table, ConfigurationDraft draft) {
    Set<String> grouped = draft.preparation().groups().keySet();
    draft
        .columns()
        .forEach(
            (path, column) -> {
              try {
                if (!grouped.contains(column)) {
                  table.index(column);
                }
              } catch (MmmException e) {
                throw draft.located(e, path);
              }
            });
  }
}
