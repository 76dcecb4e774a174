package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.plugin.schema.ConfigurationSchema;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide for authors shows what the examples hold, and configurations that are valid. */
class PluginGuideTest {
  private static final Path ROOT = Path.of("..");
  private static final Path GUIDE = ROOT.resolve("docs").resolve("plugins.md");
  private static final Pattern BLOCK =
      Pattern.compile("(?:<!-- (part of )?(\\S+) -->\n)?```(\\w+)\n(.*?)```\n", Pattern.DOTALL);

  @TempDir Path directory;

  /** A block of code with the file that it is compared with, if it names one. */
  private record Snippet(boolean part, String file, String language, String text) {}

  @Test
  void everySnippetOfCodeIsThatOfAFile() throws IOException {
    List<Snippet> code =
        snippets().stream().filter(s -> !List.of("sh", "yaml").contains(s.language())).toList();

    assertThat(code).hasSizeGreaterThan(8);
    for (Snippet snippet : code) {
      assertThat(snippet.file()).as("the file of a %s snippet", snippet.language()).isNotEmpty();
      String file = Files.readString(ROOT.resolve(snippet.file()));
      if (snippet.part()) {
        assertThat(unindented(file)).as(snippet.file()).contains(unindented(snippet.text()));
      } else {
        assertThat(snippet.text()).as(snippet.file()).isEqualTo(file);
      }
    }
  }

  @Test
  void everyConfigurationIsValidWithTheExamplesInstalled() throws IOException {
    Path plugins = directory.resolve("plugins");
    for (String name : List.of("weibull-saturation", "category-prior")) {
      TestJar.project(ROOT.resolve("examples").resolve(name).resolve("src/main"))
          .write(plugins.resolve(name).resolve(name + ".jar"));
    }
    Components components = ComponentDiscovery.fromClassPath().plus(PluginLoader.load(plugins));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ConfigurationSchema.of(components));
    List<Snippet> yaml = snippets().stream().filter(s -> s.language().equals("yaml")).toList();

    assertThat(yaml).isNotEmpty();
    assertThat(yaml)
        .allSatisfy(s -> assertThat(schema.validate(s.text(), InputFormat.YAML)).isEmpty());
  }

  @Test
  void listsEveryRefusal() throws IOException {
    String guide = Files.readString(GUIDE);
    for (int number :
        IntStream.concat(IntStream.rangeClosed(1, 6), IntStream.rangeClosed(10, 26)).toArray()) {
      assertThat(guide).contains("| MMM-PLUGIN-%03d |".formatted(number));
    }
  }

  @Test
  void embeddingWorksAsShown() {
    Components components = ComponentDiscovery.fromClassPath().plus(PluginLoader.load(directory));
    Injector injector = Guice.createInjector(new MmmModule(components));
    ComponentCreator creator = injector.getInstance(ComponentCreator.class);

    assertThat(creator.temporal(ComponentChoice.of("gru")).maxLag()).isPositive();
  }

  private static List<Snippet> snippets() throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(GUIDE));
    while (matcher.find()) {
      String file = matcher.group(2) == null ? "" : matcher.group(2);
      snippets.add(new Snippet(matcher.group(1) != null, file, matcher.group(3), matcher.group(4)));
    }
    return snippets;
  }

  private static String unindented(String text) {
    return text.replaceAll("(?m)^ +", "");
  }
}
