package org.deepcausalmmm.data.source;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A small file with the headings of another tool, and cells of the kinds that belong to them.
 *
 * @param options separator, form of dates and numbers, and the levels of a long column
 * @param columns by name, the kind of the cells
 */
record RelativeFile(String name, Map<String, String> options, Map<String, String> columns) {
  private static final int WEEKS = 72;
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 3);

  /** Reads a case: its title, and its line of columns. */
  static RelativeFile of(String title, String line) {
    Map<String, String> options = new LinkedHashMap<>();
    int bracket = title.indexOf('[');
    if (bracket >= 0) {
      for (String option : title.substring(bracket + 1, title.length() - 1).split(" (?=\\w+=)")) {
        String[] parts = option.split("=", 2);
        options.put(parts[0], parts[1]);
      }
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (String column : line.split(" \\| ")) {
      int at = column.lastIndexOf('=');
      columns.put(column.substring(0, at).strip(), column.substring(at + 1).strip());
    }
    return new RelativeFile(
        bracket < 0 ? title : title.substring(0, bracket).strip(), options, columns);
  }

  /** Returns the text of the file. */
  String text() {
    String separator = options.getOrDefault("sep", ",");
    List<String> lines = new ArrayList<>();
    lines.add(columns.keySet().stream().map(n -> quoted(n)).collect(Collectors.joining(separator)));
    List<String> levels =
        options.containsKey("long")
            ? Arrays.asList(options.get("long").split(":")[1].split(","))
            : List.of("");
    boolean regional = columns.containsValue("g") || columns.containsValue("G");
    for (int region = 0; region < (regional ? 3 : 1); region++) {
      for (int week = 0; week < WEEKS; week++) {
        for (String level : levels) {
          lines.add(row(region, week, level, separator));
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private String row(int region, int week, String level, String separator) {
    List<String> cells = new ArrayList<>();
    columns.forEach((column, kind) -> cells.add(quoted(cell(column, kind, region, week, level))));
    derive(cells, region, week);
    return String.join(separator, cells);
  }

  /** Overwrites a cell by a transform of another column, if the case asks for one. */
  private void derive(List<String> cells, int region, int week) {
    if (!options.containsKey("derive")) {
      return;
    }
    String[] parts = options.get("derive").split(":");
    List<String> names = new ArrayList<>(columns.keySet());
    String source = names.stream().filter(n -> n.startsWith(parts[1])).findFirst().orElseThrow();
    String copy = names.stream().filter(n -> n.startsWith(parts[0])).findFirst().orElseThrow();
    double sum = 0;
    for (int lag = 0; lag <= week; lag++) {
      double value = Double.parseDouble(cell(source, "s", region, week - lag, ""));
      sum +=
          switch (parts[2]) {
            case "adstock" -> Math.pow(0.6, lag) * value;
            case "lag" -> lag == 1 ? value : 0;
            default -> lag == 0 ? 40 * Math.sqrt(value) : 0;
          };
    }
    cells.set(names.indexOf(copy), number(sum, 2));
  }

  private static String quoted(String cell) {
    return cell.matches("[^,;\" ]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  private String cell(String column, String kind, int region, int week, String level) {
    SplittableRandom random =
        new SplittableRandom(
            column.hashCode() * 31L + level.hashCode() * 7L + region * 1000L + week);
    double u = random.nextDouble();
    return switch (kind) {
      case "d" -> date(FIRST.plusWeeks(week));
      case "d6" -> date(FIRST.plusWeeks(week).plusDays(6));
      case "dM" -> date(LocalDate.of(2015, 1, 1).plusMonths(week));
      case "g" -> List.of("North", "South", "West").get(region);
      case "G" -> Integer.toString(501 + 7 * region);
      case "L" -> level;
      case "m" -> number((80_000 + 40_000 * u) * (1 + region), 2);
      case "n" -> number((800 + 400 * u) * (1 + region), 0);
      case "s" -> number(random.nextInt(4) == 0 ? 0 : (500 + 2500 * u) * (1 + region), 2);
      case "i" -> number(random.nextInt(6) == 0 ? 0 : (90_000 + 60_000 * u) * (1 + region), 0);
      case "r" -> number((40_000 + 9_000 * u) * (1 + region), 0);
      case "f" -> number(1 + 4 * u, 4);
      case "p" -> number(9 + 3 * u, 2);
      case "t" -> number(-5 + 30 * u, 1);
      case "b" -> u < 0.1 ? "1" : "0";
      case "e" -> u < 0.04 ? "event1" : u < 0.08 ? "event2" : "na";
      case "c" -> List.of("red", "green", "blue").get(random.nextInt(3));
      case "x" -> Integer.toString(week + 1);
      case "o" -> "ACME";
      case "h" -> "Holiday " + week % 9;
      case "u" -> number(1_000_000 * (region + 1.5), 0);
      case "l" -> Integer.toString(FIRST.plusWeeks(week).getYear());
      case "q" -> Integer.toString(1 + week / 13 % 4);
      case "W" -> Integer.toString(1 + week % 52);
      case "z" -> number(u - 0.5, 4);
      case "w" -> number(0.02 + 0.9 * u, 4);
      default -> throw new IllegalArgumentException("There is no kind '" + kind + "'.");
    };
  }

  private String date(LocalDate date) {
    String pattern = options.getOrDefault("date", "yyyy-MM-dd");
    return date.atStartOfDay().format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }

  private String number(double value, int decimals) {
    DecimalFormatSymbols marks = DecimalFormatSymbols.getInstance(Locale.ROOT);
    String form = options.getOrDefault("num", "plain");
    if (form.equals("de") || form.equals("fr")) {
      marks.setDecimalSeparator(',');
      marks.setGroupingSeparator(form.equals("de") ? '.' : '\u202F');
    }
    String pattern =
        (form.equals("plain") ? "0" : "#,##0") + (decimals > 0 ? "." + "0".repeat(decimals) : "");
    String text = new DecimalFormat(pattern, marks).format(value);
    boolean money = decimals == 2 && value > 100;
    return money && form.equals("usd")
        ? "$" + text
        : money && form.equals("gbp") ? "\u00A3" + text : text;
  }
}
