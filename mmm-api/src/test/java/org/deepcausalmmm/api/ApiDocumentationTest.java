package org.deepcausalmmm.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every public member of the plugin interfaces is documented, with the level that brought it. */
class ApiDocumentationTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern SINCE = Pattern.compile("@since API level (\\d+)");

  /** First words that CONTRIBUTING.md rules out. */
  private static final Pattern UNWANTED =
      Pattern.compile("^(Gives|Is|Says|Hears|Holds|Tells|Knows|Answers|Lets|Believes)\\b");

  private static final Set<String> GENERATED =
      Set.of("equals", "hashCode", "toString", "values", "valueOf");

  private static final Map<String, String> COMMENTS = new LinkedHashMap<>();

  @BeforeAll
  static void readComments() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> files = Files.walk(SOURCES);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources));
      task.parse();
      DocTrees trees = DocTrees.instance(task);
      for (Element element : task.analyze()) {
        if (element instanceof TypeElement type && type.getModifiers().contains(Modifier.PUBLIC)) {
          collect(type, trees);
        }
      }
    }
  }

  private static void collect(TypeElement type, DocTrees trees) {
    COMMENTS.put(type.toString(), comment(type, trees));
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof TypeElement) {
        continue; // the task hands it over by itself
      }
      if (member.getModifiers().contains(Modifier.PUBLIC)
          && !GENERATED.contains(member.getSimpleName().toString())
          && member.getKind() != ElementKind.RECORD_COMPONENT
          && !isAccessor(type, member)
          && member.getAnnotation(Override.class) == null) {
        COMMENTS.put(type + "." + member, comment(member, trees));
      }
    }
  }

  private static boolean isAccessor(TypeElement type, Element member) {
    return type.getRecordComponents().stream().anyMatch(c -> c.getAccessor().equals(member));
  }

  private static String comment(Element element, DocTrees trees) {
    DocCommentTree tree = trees.getDocCommentTree(element);
    return tree == null ? "" : tree.toString().strip();
  }

  @Test
  void nameTheLevelThatBroughtThem() {
    assertThat(COMMENTS).hasSizeGreaterThan(100);
    List<String> wrong = new ArrayList<>();
    COMMENTS.forEach(
        (member, comment) -> {
          Matcher since = SINCE.matcher(comment);
          if (!since.find() || Integer.parseInt(since.group(1)) > ApiLevel.CURRENT) {
            wrong.add(member);
          }
        });
    assertThat(wrong).as("public members without '@since API level N'").isEmpty();
  }

  @Test
  void beginWithANounOrAVerbOfTheThirdPerson() {
    COMMENTS.forEach(
        (member, comment) -> assertThat(comment).as(member).doesNotContainPattern(UNWANTED));
  }
}
