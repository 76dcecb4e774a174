package org.deepcausalmmm.cli.command;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A range of seeds, written {@code 1001..1010}, or a single seed.
 *
 * @param last not below the first
 */
record SeedRange(long first, long last) {
  private static final int MOST = 1000;

  /** Returns every seed of the range. */
  List<Long> seeds() {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  /** The reader of a range on the command line. */
  static final class Converter implements ITypeConverter<SeedRange> {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,15})(?:\\.\\.(\\d{1,15}))?");

    @Override
    public SeedRange convert(String text) {
      Matcher match = RANGE.matcher(text);
      if (!match.matches()) {
        throw new TypeConversionException("'" + text + "' is neither 1001 nor 1001..1010");
      }
      long first = Long.parseLong(match.group(1));
      long last = match.group(2) == null ? first : Long.parseLong(match.group(2));
      if (last < first || last - first >= MOST) {
        throw new TypeConversionException("'" + text + "' is not 1 to " + MOST + " seeds");
      }
      return new SeedRange(first, last);
    }
  }
}
