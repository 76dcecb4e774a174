package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import org.deepcausalmmm.data.table.SourceAddress;
import picocli.CommandLine.ITypeConverter;

/** The reading of an argument that names data: a file, a directory, or an address jdbc:... */
final class DataConverter implements ITypeConverter<Path> {

  @Override
  public Path convert(String argument) {
    return SourceAddress.path(argument);
  }
}
