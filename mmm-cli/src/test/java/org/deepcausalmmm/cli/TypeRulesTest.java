package org.deepcausalmmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of CONTRIBUTING.md for the types of all modules, read from their sources. */
class TypeRulesTest {
  private static final Path ROOT = Path.of("..");
  private static final int MOST_COMPONENTS = 8;
  private static final Pattern NO_WORD = Pattern.compile("\\W.*", Pattern.DOTALL);

  /** A word in the plural, before the words that say of what. */
  private static final Pattern PLURAL_OF = Pattern.compile("\\w+s of\\b.*", Pattern.DOTALL);

  /** Nouns that end as a verb of the third person does. */
  private static final Set<String> PLURALS =
      Set.of(
          ("Answers As Backups Cells Checks Columns Controls Coordinates Days Deviations Directories"
                  + " Errors Figures Files Fits Grades Holidays Identifiers Jobs Lists Logins Names"
                  + " Notifications Numbers Operations Passwords Plans Prices Progress Projects"
                  + " Proposals Quantities Records Regions Results Routes Rows Runs Series Sessions"
                  + " Statistics Summaries Sums Tables Terms Texts Times Transformations Unknowns"
                  + " Users Values Ways Weeks Weights Words")
              .split(" "));

  /** Verbs of the imperative, which describe what to do rather than what a type is. */
  private static final Set<String> IMPERATIVES =
      Set.of(
          "Add", "Build", "Check", "Compute", "Create", "Earn", "Find", "Keep", "Make", "Return");

  private static final List<Type> TYPES = new ArrayList<>();

  /**
   * A type of the main sources.
   *
   * @param exported whether it is public, and all that enclose it are
   * @param components number of components of a record, else 0
   * @param comment empty without one
   */
  private record Type(String file, String name, boolean exported, int components, String comment) {
    @Override
    public String toString() {
      return file + ", " + name;
    }

    String firstWord() {
      return NO_WORD.matcher(comment.strip()).replaceAll("");
    }
  }

  @BeforeAll
  static void readTypes() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources()));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Collector(unit, trees).scan(unit, true);
      }
    }
    assertThat(TYPES).hasSizeGreaterThan(1000);
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path main : modules.map(module -> module.resolve("src/main/java")).toList()) {
        if (Files.isDirectory(main)) {
          try (Stream<Path> walk = Files.walk(main)) {
            walk.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
          }
        }
      }
    }
    return sources;
  }

  /** The collector of the types of a file; it is handed whether what encloses them is public. */
  private static final class Collector extends TreePathScanner<@Nullable Void, Boolean> {
    private final CompilationUnitTree unit;
    private final DocTrees trees;

    Collector(CompilationUnitTree unit, DocTrees trees) {
      this.unit = unit;
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, Boolean enclosedByPublic) {
      TreePath path = getCurrentPath();
      Tree around = path.getParentPath().getLeaf();
      boolean inInterface = around.getKind() == Tree.Kind.INTERFACE;
      boolean exported =
          enclosedByPublic
              && (inInterface || type.getModifiers().getFlags().contains(Modifier.PUBLIC));
      if (!type.getSimpleName().isEmpty()) {
        String comment = trees.getDocComment(path);
        TYPES.add(
            new Type(
                Path.of(unit.getSourceFile().getName()).getFileName().toString(),
                type.getSimpleName().toString(),
                exported,
                components(type),
                comment == null ? "" : comment));
      }
      return super.visitClass(type, exported);
    }

    private static int components(ClassTree type) {
      return type.getKind() != Tree.Kind.RECORD
          ? 0
          : (int)
              type.getMembers().stream()
                  .filter(member -> member instanceof com.sun.source.tree.VariableTree)
                  .map(member -> ((com.sun.source.tree.VariableTree) member).getModifiers())
                  .filter(modifiers -> !modifiers.getFlags().contains(Modifier.STATIC))
                  .count();
    }
  }

  @Test
  void noTwoPublicTypesBearOneName() {
    Map<String, List<Type>> byName = new TreeMap<>();
    TYPES.stream()
        .filter(Type::exported)
        .forEach(type -> byName.computeIfAbsent(type.name(), n -> new ArrayList<>()).add(type));
    assertThat(byName.values()).filteredOn(types -> types.size() > 1).isEmpty();
  }

  @Test
  void commentsOfTypesBeginWithANoun() {
    assertThat(TYPES)
        .filteredOn(type -> isVerb(type.firstWord()))
        .filteredOn(type -> !PLURAL_OF.matcher(type.comment().strip()).matches())
        .as("types whose comment begins with a verb")
        .isEmpty();
  }

  private static boolean isVerb(String word) {
    return (word.endsWith("s") && !PLURALS.contains(word)) || IMPERATIVES.contains(word);
  }

  @Test
  void recordsHaveAtMostEightComponents() {
    assertThat(TYPES).filteredOn(type -> type.components() > MOST_COMPONENTS).isEmpty();
  }

  @Test
  void everyExportedTypeHasAComment() {
    assertThat(TYPES).filteredOn(type -> type.exported() && type.comment().isBlank()).isEmpty();
  }
}
