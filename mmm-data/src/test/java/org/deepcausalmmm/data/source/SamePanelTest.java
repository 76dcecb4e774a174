package org.deepcausalmmm.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.table.TableReader;

/** A known panel in other names, orders and forms: the same panel or an error, never another. */
class SamePanelTest {
  private static final int WEEKS = 60;
  private static final List<String> GEOS = List.of("north", "south", "west");
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);

  /** The amounts of the panel in cents, [column][row]: outcome, two spends, a control. */
  private static final long[][] CENTS = cents();

  /** A way to write the panel. */
  record Variant(
      List<String> names,
      Function<LocalDate, String> date,
      Dating dating,
      Numbers numbers,
      Extra extra,
      char separator,
      long order) {

    /** Returns the heading of a column. */
    String heading(int column) {
      if (column == 6) {
        return extra.heading;
      }
      String name =
          column == 0 && dating == Dating.LAST_DAY
              ? LAST_DAY_HEADINGS.get(Math.floorMod(order, LAST_DAY_HEADINGS.size()))
              : names.get(column);
      return numbers == Numbers.HEADING_K && column > 1 && column < 5
          ? name + UNIT_HEADINGS.get(Math.floorMod(order, UNIT_HEADINGS.size()))
          : name;
    }
  }

  private static final List<String> LAST_DAY_HEADINGS =
      List.of("Week Ending", "W/E", "week_end", "Period End", "end_date", "Woche bis", "we_date");

  private static final List<String> UNIT_HEADINGS =
      List.of(" (K)", " ($K)", " in thousands", " (000s)", " TEUR", " [Tsd. EUR]", "_000");

  /** Which day of its week a date is. */
  enum Dating {
    FIRST_DAY,
    LAST_DAY,
    BOTH_DAYS
  }

  /** A further column, whose amounts are not those of the row's week. */
  enum Extra {
    NONE(""),
    CUMULATIVE("TV cumulative spend"),
    TO_DATE("spend_ytd_tv"),
    HIDDEN_TOTAL("radio_spend"),
    LAST_YEAR("tv_spend_ly"),
    PREVIOUS_YEAR("print_prev_year"),
    MOVING_AVERAGE("radio_spend_ma4"),
    WEEKS_AVERAGE("radio_4w_avg"),
    LOGARITHM("log_radio_spend"),
    LAGGED("radio_spend_lag2"),
    COMMISSION("affiliate_cost");

    private final String heading;

    Extra(String heading) {
      this.heading = heading;
    }

    /** Returns the amount of a row in cents. */
    long cents(int row) {
      int first = row / WEEKS * WEEKS;
      return switch (this) {
        case CUMULATIVE, TO_DATE, HIDDEN_TOTAL ->
            java.util.Arrays.stream(CENTS[1], first, row + 1).sum();
        case COMMISSION -> CENTS[0][row] / 20;
        default -> CENTS[2][first + (row + 17) % WEEKS] + 137;
      };
    }
  }

  /** A way to write numbers. */
  enum Numbers {
    PLAIN("%d.%02d"),
    DECIMAL_COMMA("%d,%02d"),
    US("%d.%02d"),
    EUROPEAN("%d,%02d"),
    BLANKS("%d.%02d"),
    CURRENCY("$%d.%02d"),
    TRAILING_CODE("%d,%02d EUR"),
    SUFFIX_K("%d.%05dK"),
    HEADING_K("%d.%05d"),
    WHOLE("%d");

    private final String pattern;

    Numbers(String pattern) {
      this.pattern = pattern;
    }

    String write(long cents) {
      if (this == WHOLE) {
        return Long.toString(cents);
      }
      int unit = this == SUFFIX_K || this == HEADING_K ? 100_000 : 100;
      String text = String.format(Locale.ROOT, pattern, cents / unit, cents % unit);
      return switch (this) {
        case US -> marked(text, ",");
        case EUROPEAN -> marked(text, ".");
        case BLANKS -> marked(text, " ");
        default -> text;
      };
    }

    private static String marked(String text, String mark) {
      return text.replaceAll("(?<=\\d)(?=(\\d{3})+(?!\\d))(?<![.,]\\d{0,2})", mark);
    }

    double value(long cents) {
      return this == WHOLE ? cents : Double.parseDouble(PLAIN.write(cents));
    }
  }

  private static long[][] cents() {
    SplittableRandom random = new SplittableRandom(11);
    long[][] cents = new long[4][GEOS.size() * WEEKS];
    for (int i = 0; i < cents[0].length; i++) {
      cents[0][i] = 100_000 + random.nextLong(9_000_000);
      cents[1][i] = random.nextLong(500_000);
      cents[2][i] = random.nextInt(4) == 0 ? 0 : random.nextLong(2_000_000);
      cents[3][i] = 900 + random.nextLong(400);
    }
    return cents;
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void readsTheSamePanelOrRefuses(@ForAll("variants") Variant variant) {
    Panel panel;
    try {
      PreparedData data =
          new PreparedDataReader()
              .read(
                  new TableReader().read("v.csv", text(variant)),
                  ConfigurationDraft.defaults(),
                  RoleChoice.detected());
      panel = new PanelReader().read(data.tidy(), 0).usable();
    } catch (MmmException e) {
      Statistics.collect("refused");
      return;
    }
    Statistics.collect("read");
    assertThat(panel.weekCount()).isEqualTo(WEEKS);
    assertThat(panel.weeks().firstDate()).isIn(FIRST, null);
    assertThat(panel.regions()).containsExactlyInAnyOrderElementsOf(GEOS);
    assertThat(panel.channelCount()).isEqualTo(2);
    assertThat(panel.controls()).hasSize(1);
    for (int r = 0; r < GEOS.size(); r++) {
      int region = panel.regions().indexOf(GEOS.get(r));
      for (int t = 0; t < WEEKS; t++) {
        int row = r * WEEKS + t;
        assertThat(panel.outcome()[region][t]).isEqualTo(variant.numbers().value(CENTS[0][row]));
        assertThat(
                List.of(
                    panel.channels().get(0).exposure()[region][t],
                    panel.channels().get(1).exposure()[region][t]))
            .containsExactlyInAnyOrder(
                variant.numbers().value(CENTS[1][row]), variant.numbers().value(CENTS[2][row]));
        assertThat(panel.controls().get(0).value()[region][t])
            .isEqualTo(variant.numbers().value(CENTS[3][row]));
      }
    }
  }

  private static String text(Variant variant) {
    List<Integer> columns = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
    if (variant.extra() != Extra.NONE) {
      columns.add(6);
    }
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < GEOS.size() * WEEKS; i++) {
      rows.add(i);
    }
    Random random = new Random(variant.order());
    Collections.shuffle(columns, random);
    Collections.shuffle(rows, random);
    StringBuilder text = new StringBuilder();
    text.append(line(columns, variant, variant::heading));
    for (int row : rows) {
      text.append(line(columns, variant, c -> cell(variant, row, c)));
    }
    return text.toString();
  }

  private static String line(
      List<Integer> columns, Variant variant, Function<Integer, String> cell) {
    return columns.stream()
            .map(c -> "\"" + cell.apply(c) + "\"")
            .collect(Collectors.joining(String.valueOf(variant.separator())))
        + "\n";
  }

  private static String cell(Variant variant, int row, int column) {
    return switch (column) {
      case 0 -> date(variant, FIRST.plusWeeks(row % WEEKS));
      case 1 -> GEOS.get(row / WEEKS);
      case 5 ->
          // A control that is no money has no sign of a currency.
          (variant.numbers() == Numbers.CURRENCY || variant.numbers() == Numbers.HEADING_K
                  ? Numbers.PLAIN
                  : variant.numbers() == Numbers.TRAILING_CODE
                      ? Numbers.DECIMAL_COMMA
                      : variant.numbers())
              .write(CENTS[3][row]);
      case 6 -> variant.numbers().write(variant.extra().cents(row));
      default -> variant.numbers().write(CENTS[column - 2][row]);
    };
  }

  private static String date(Variant variant, LocalDate first) {
    Function<LocalDate, String> form = variant.date();
    return switch (variant.dating()) {
      case FIRST_DAY -> form.apply(first);
      case LAST_DAY -> form.apply(first.plusDays(6));
      case BOTH_DAYS -> form.apply(first) + " - " + form.apply(first.plusDays(6));
    };
  }

  @Provide
  Arbitrary<Variant> variants() {
    Arbitrary<List<String>> names =
        Combinators.combine(
                Arbitraries.of("week", "date", "date_week", "wk_strt_dt", "Period", "Datum", "x"),
                Arbitraries.of("geo", "Region", "DMA", "market_id", "where"),
                Arbitraries.of("sales", "revenue", "y", "Total Sales", "kpi", "orders", "output"),
                Arbitraries.of("tv_spend", "TV", "x1", "spend_tv", "tv_S", "TV Spend ($)", "q"),
                Arbitraries.of(
                    "search_spend", "Search", "x2", "searchSpend", "search_S", "mdsp_search", "v7"),
                Arbitraries.of(
                    "price_control", "price", "c1", "temperature", "consumer_index", "thing"))
            .as((a, b, c, d, e, f) -> List.of(a, b, c, d, e, f));
    return Combinators.combine(
            names,
            dates(),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Dating.FIRST_DAY)),
                Tuple.of(1, Arbitraries.of(Dating.values()))),
            Arbitraries.of(Numbers.values()),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Extra.NONE)),
                Tuple.of(1, Arbitraries.of(Extra.values()))),
            Arbitraries.of(',', ';', '\t', '|'),
            Arbitraries.longs())
        .as(Variant::new);
  }

  private static Arbitrary<Function<LocalDate, String>> dates() {
    Arbitrary<Function<LocalDate, String>> patterns =
        Arbitraries.of(
                "yyyy-MM-dd",
                "d/M/yyyy",
                "M/d/yyyy",
                "dd.MM.yy",
                "d MMM yyyy",
                "MMMM d, yyyy",
                "yyyyMMdd",
                "yyyy-MM-dd'T'00:00:00'Z'")
            .map(p -> DateTimeFormatter.ofPattern(p, Locale.ENGLISH)::format);
    Arbitrary<Function<LocalDate, String>> counted =
        Arbitraries.of(
            date -> Long.toString(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), date)),
            date -> Long.toString(date.toEpochDay() * 86_400),
            date -> Long.toString(1 + ChronoUnit.WEEKS.between(FIRST, date)));
    return Arbitraries.oneOf(patterns, counted);
  }
}
