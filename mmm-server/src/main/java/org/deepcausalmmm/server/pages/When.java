package org.deepcausalmmm.server.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as people read them. */
public final class When {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private When() {}

  /** Returns how long ago something was, such as "3 hours ago". */
  public static String ago(long millis, Clock clock) {
    Duration age = Duration.ofMillis(Math.max(0, clock.millis() - millis));
    if (age.toMinutes() < 1) {
      return "just now";
    }
    if (age.toHours() < 1) {
      return count(age.toMinutes(), "minute");
    }
    if (age.toDays() < 1) {
      return count(age.toHours(), "hour");
    }
    return age.toDays() < 31 ? count(age.toDays(), "day") : "on " + day(millis);
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s") + " ago";
  }

  /** Returns the day. */
  public static String day(long millis) {
    return DAY.format(Instant.ofEpochMilli(millis));
  }

  /** Returns the day and the minute; a dash for no time. */
  public static String minute(@Nullable Long millis) {
    return millis == null ? "\u2013" : MINUTE.format(Instant.ofEpochMilli(millis));
  }

  /** Returns the time as a machine reads it. */
  public static String iso(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** Returns a length of time, such as "1 min 20 s". */
  public static String length(long millis) {
    long seconds = Math.max(0, Math.round(millis / 1000.0));
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min %d s".formatted(seconds / 60, seconds % 60)
        : "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
  }
}
