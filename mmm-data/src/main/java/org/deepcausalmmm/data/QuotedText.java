package org.deepcausalmmm.data;

import java.util.regex.Pattern;

/** Text of a user's file as messages quote it: short, on one line and harmless to a terminal. */
public final class QuotedText {
  /** Enough to recognise a cell or a name. */
  private static final int MOST = 60;

  /** A whole message, whose own words are a hundred characters or more. */
  private static final int MOST_IN_A_MESSAGE = 600;

  /** A path of a user may be this long; what is longer is cut wherever a message holds it. */
  private static final Pattern LONG_WORD = Pattern.compile("(\\S{" + MOST + "})\\S{100,}");

  private QuotedText() {}

  /** Returns a text without control characters, cut after 60 characters. */
  public static String of(String text) {
    return cut(printable(text), MOST);
  }

  /** Returns a text without control characters, cut after some characters. */
  public static String of(String text, int most) {
    return cut(printable(text), most);
  }

  /** Returns a message without control characters, long words and the message itself cut. */
  public static String message(String text) {
    String words = LONG_WORD.matcher(printable(text)).replaceAll("$1...");
    return cut(words, MOST_IN_A_MESSAGE);
  }

  private static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most)) + "...";
  }

  private static String printable(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(c -> printable.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return printable.toString();
  }
}
