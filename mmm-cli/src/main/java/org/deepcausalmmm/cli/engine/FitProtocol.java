package org.deepcausalmmm.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The translation of requests into commands of a worker, and of what a command leaves into results.
 *
 * @param <Q> what is asked
 * @param <R> what comes back
 */
public interface FitProtocol<Q, R> {
  /** Stands for the worker's directory in arguments. */
  String DIRECTORY = "{dir}";

  /** Returns a name of the request for messages. */
  String name(Q request);

  /**
   * Writes the inputs of a request.
   *
   * @param directory the worker's directory, or what is copied there
   * @return the arguments of the command, in which {@link #DIRECTORY} stands for the worker's
   *     directory
   */
  List<String> prepare(Q request, Path directory) throws IOException;

  /** Returns the files of the worker's directory that hold the result, once it is there. */
  List<String> results();

  /** Returns the result that a command has left. */
  R read(Q request, Path directory) throws IOException;

  /** Returns arguments with the path of the worker's directory. */
  static List<String> in(List<String> arguments, Path directory) {
    return arguments.stream().map(a -> a.replace(DIRECTORY, directory.toString())).toList();
  }
}
