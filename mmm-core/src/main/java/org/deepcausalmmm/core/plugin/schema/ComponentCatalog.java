package org.deepcausalmmm.core.plugin.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.core.plugin.ComponentKind;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.core.plugin.DiscoveredComponent;

/**
 * The table of installed components.
 *
 * @param rows one per component, ordered by kind and id
 */
public record ComponentCatalog(List<ComponentRow> rows) {

  /**
   * A row of the table: one component.
   *
   * @param kind the kind, for example {@code saturation}
   * @param options the options as {@code name=default}; a required one as {@code name}
   * @param plugin the plugin's id and version
   * @param location the jar or directory
   */
  public record ComponentRow(
      String kind,
      String id,
      String version,
      String plugin,
      String licence,
      String location,
      String options,
      String description) {

    private List<String> cells() {
      return List.of(kind, id, version, plugin, licence, options, description);
    }
  }

  private static final List<String> HEADER =
      List.of("kind", "id", "version", "plugin", "licence", "options", "description");

  public ComponentCatalog {
    rows = List.copyOf(rows);
  }

  /** Returns the table of usable components. */
  public static ComponentCatalog of(Components components) {
    List<ComponentRow> rows = new ArrayList<>();
    for (ComponentKind kind : ComponentKind.values()) {
      components.ofKind(kind).forEach(component -> rows.add(row(component)));
    }
    return new ComponentCatalog(rows);
  }

  private static ComponentRow row(DiscoveredComponent component) {
    return new ComponentRow(
        component.kind().key(),
        component.id(),
        component.info().version(),
        (component.origin().plugin() + " " + component.origin().version()).strip(),
        component.origin().licence(),
        component.origin().location(),
        component.options().stream().map(ComponentCatalog::text).collect(Collectors.joining(" ")),
        component.info().description());
  }

  private static String text(OptionSpec option) {
    return option.required() ? option.name() : option.name() + "=" + option.defaultValue();
  }

  /** Returns lines with aligned columns, the header first. */
  public List<String> lines() {
    List<List<String>> table =
        Stream.concat(Stream.of(HEADER), rows.stream().map(ComponentRow::cells)).toList();
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < HEADER.size(); column++) {
      int c = column;
      widths.add(table.stream().mapToInt(cells -> cells.get(c).length()).max().orElse(0));
    }
    return table.stream().map(cells -> line(cells, widths)).toList();
  }

  private static String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
