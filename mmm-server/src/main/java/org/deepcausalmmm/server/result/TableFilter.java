package org.deepcausalmmm.server.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table are wanted.
 *
 * @param channels the channels; empty for all
 * @param regions the regions; empty for all
 * @param from the first week; null for the first there is
 * @param to the last week; null for the last there is
 */
public record TableFilter(
    Set<String> channels, Set<String> regions, @Nullable String from, @Nullable String to) {
  private static final String MEDIA = "media:";

  public TableFilter {
    channels = Set.copyOf(channels);
    regions = Set.copyOf(regions);
  }

  /** Returns the filter as it applies to a table with such columns. */
  RowFilter on(List<String> header) {
    return new RowFilter(
        this,
        header.indexOf("channel"),
        header.indexOf("component"),
        header.indexOf("geo"),
        header.contains("time") ? header.indexOf("time") : header.indexOf("week"));
  }

  /** A filter that knows where the columns are; -1 where there is none. */
  record RowFilter(TableFilter filter, int channel, int component, int region, int week) {
    boolean accepts(List<String> row) {
      return isAmong(filter.channels(), channelOf(row))
          && isAmong(filter.regions(), cell(row, region))
          && isWithin(cell(row, week));
    }

    /** Returns sets of texts, of each of which a wanted row holds at least one. */
    List<Set<String>> textsOfEachRow() {
      List<Set<String>> texts = new ArrayList<>();
      if (!filter.channels().isEmpty() && (channel >= 0 || component >= 0)) {
        texts.add(filter.channels());
      }
      if (!filter.regions().isEmpty() && region >= 0) {
        texts.add(filter.regions());
      }
      return texts;
    }

    /** A component of a prediction belongs to a channel if media caused it. */
    private Optional<String> channelOf(List<String> row) {
      if (channel >= 0) {
        return Optional.of(row.get(channel));
      }
      return cell(row, component)
          .map(name -> name.startsWith(MEDIA) ? name.substring(MEDIA.length()) : name);
    }

    private static Optional<String> cell(List<String> row, int column) {
      return column < 0 ? Optional.empty() : Optional.of(row.get(column));
    }

    private static boolean isAmong(Set<String> wanted, Optional<String> cell) {
      return wanted.isEmpty() || cell.map(wanted::contains).orElse(true);
    }

    private boolean isWithin(Optional<String> cell) {
      return cell.map(week -> notBefore(week, filter.from()) && notAfter(week, filter.to()))
          .orElse(true);
    }

    private static boolean notBefore(String week, @Nullable String from) {
      return from == null || compare(week, from) >= 0;
    }

    private static boolean notAfter(String week, @Nullable String to) {
      return to == null || compare(week, to) <= 0;
    }

    /** Weeks are dates, whose order is that of their texts, or numbers. */
    private static int compare(String first, String second) {
      try {
        return Long.compare(Long.parseLong(first), Long.parseLong(second));
      } catch (NumberFormatException e) {
        return first.compareTo(second);
      }
    }
  }
}
