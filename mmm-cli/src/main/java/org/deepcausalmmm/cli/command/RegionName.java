package org.deepcausalmmm.cli.command;

import picocli.CommandLine.ITypeConverter;

/**
 * The name of a region in a list that commas divide. A name that holds a comma itself stands in
 * quotation marks, as in a CSV file.
 */
final class RegionName implements ITypeConverter<String> {
  @Override
  public String convert(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
