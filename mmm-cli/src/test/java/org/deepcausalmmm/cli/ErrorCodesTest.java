package org.deepcausalmmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that the sources give is explained in the documents, once. */
class ErrorCodesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LITERAL = Pattern.compile("MMM-[A-Z]+-\\d{3}");
  private static final Pattern CREATED =
      Pattern.compile("new MmmException\\(\\s*ErrorKind\\.([A-Z]+),\\s*(\\d+|number)\\b");
  private static final Pattern NUMBERED = Pattern.compile("ErrorKind\\.([A-Z]+),\\s*(\\d+)\\b");
  private static final Pattern OF_ENUMERATION =
      Pattern.compile("new MmmException\\(\\s*kind, number,");
  private static final Pattern ANY_CREATED = Pattern.compile("new MmmException\\(");
  private static final Pattern OF_PLUGINS = Pattern.compile("PluginErrors\\.error\\(\\s*(\\d+),");
  private static final Pattern PASSED_ON =
      Pattern.compile("new MmmException\\(\\s*\\w+\\.kind\\(\\)");
  private static final Pattern CONSTANT = Pattern.compile("\\n  [A-Z_]+\\((\\d+)\\)(?=[,;])");
  private static final Pattern ROW = Pattern.compile("\\n\\| (MMM-[A-Z]+-\\d{3}) \\|");

  /** Returns the codes of the main sources, each with the file that it was found in last. */
  private static Map<String, String> used() throws IOException {
    Map<String, String> codes = new TreeMap<>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      codesOf(source).forEach(code -> codes.put(code, file.getFileName().toString()));
    }
    return codes;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      List<Path> main =
          modules
              .map(module -> module.resolve("src/main/java"))
              .filter(Files::isDirectory)
              .toList();
      assertThat(main).hasSizeGreaterThan(6);
      List<Path> files = new java.util.ArrayList<>();
      for (Path directory : main) {
        try (Stream<Path> walk = Files.walk(directory)) {
          walk.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
        }
      }
      return files;
    }
  }

  private static TreeSet<String> codesOf(String source) {
    TreeSet<String> codes = new TreeSet<>();
    LITERAL.matcher(source).results().map(MatchResult::group).forEach(codes::add);
    OF_PLUGINS.matcher(source).results().forEach(m -> codes.add(code("PLUGIN", m.group(1))));
    NUMBERED.matcher(source).results().forEach(m -> codes.add(code(m.group(1), m.group(2))));
    Matcher created = CREATED.matcher(source);
    while (created.find()) {
      String kind = created.group(1);
      if (created.group(2).equals("number")) {
        numbers(kind, source).forEach(number -> codes.add(code(kind, number)));
      }
    }
    return codes;
  }

  /**
   * Returns the numbers of an enumeration of codes, or those that a method wraps in the same file.
   */
  private static List<String> numbers(String kind, String source) {
    if (source.contains("enum ")) {
      return CONSTANT.matcher(source).results().map(m -> m.group(1)).toList();
    }
    Pattern wrapper =
        Pattern.compile("\\b(?:error|" + kind.toLowerCase() + ")\\(\\s*(\\d+),", Pattern.DOTALL);
    return wrapper.matcher(source).results().map(m -> m.group(1)).toList();
  }

  private static String code(String kind, String number) {
    return "MMM-%s-%03d".formatted(kind, Integer.parseInt(number));
  }

  private static List<String> documented() throws IOException {
    List<String> rows = new java.util.ArrayList<>();
    for (String document : List.of("errors.md", "plugins.md")) {
      String text = Files.readString(ROOT.resolve("docs").resolve(document));
      ROW.matcher(text).results().map(m -> m.group(1)).forEach(rows::add);
    }
    return rows;
  }

  @Test
  void everyCodeOfTheSourcesIsDocumented() throws IOException {
    Map<String, String> used = used();
    assertThat(used).hasSizeGreaterThan(120);
    used.keySet().removeAll(documented());
    assertThat(used).as("codes without a row in docs/errors.md or docs/plugins.md").isEmpty();
  }

  @Test
  void everyDocumentedCodeIsUsedAndExplainedOnce() throws IOException {
    List<String> documented = documented();
    assertThat(documented).doesNotHaveDuplicates();
    assertThat(used().keySet()).containsAll(documented);
  }

  @Test
  void everyCreationOfAnErrorCanBeRead() throws IOException {
    for (Path file : sources()) {
      String source = Files.readString(file);
      long read = count(CREATED, source);
      long passedOn = count(PASSED_ON, source);
      long enumerated = NUMBERED.matcher(source).find() ? count(OF_ENUMERATION, source) : 0;
      assertThat(count(ANY_CREATED, source))
          .as("errors created in %s with a kind and number that stand there", file)
          .isEqualTo(read + passedOn + enumerated);
    }
  }

  private static long count(Pattern pattern, String source) {
    return pattern.matcher(source).results().count();
  }
}
