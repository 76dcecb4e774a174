package org.deepcausalmmm.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The directions of dependency between modules that the architecture fixes. */
@AnalyzeClasses(
    packages = "org.deepcausalmmm",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleRulesTest {
  private static final String ALL = "org.deepcausalmmm..";
  private static final String API = "org.deepcausalmmm.api..";
  private static final String DATA = "org.deepcausalmmm.data..";
  private static final String SOURCES = "org.deepcausalmmm.sources..";
  private static final String SIMULATION = "org.deepcausalmmm.simulation..";
  private static final String EXPERIMENT = "org.deepcausalmmm.experiment..";
  private static final String VALIDATION = "org.deepcausalmmm.validation..";
  private static final String CORE = "org.deepcausalmmm.core..";
  private static final String TEMPORAL = "org.deepcausalmmm.temporal..";
  private static final String STRUCTURE = "org.deepcausalmmm.dag..";
  private static final String SATURATION = "org.deepcausalmmm.saturation..";
  private static final String OPTIMIZER = "org.deepcausalmmm.optimizer..";
  private static final String REPORT = "org.deepcausalmmm.report..";
  private static final String SLIDES = "org.deepcausalmmm.slides..";
  private static final String SERVER = "org.deepcausalmmm.server..";
  private static final String CLI = "org.deepcausalmmm.cli..";

  @ArchTest
  static final ArchRule EVERY_MODULE_IS_LOOKED_AT =
      classes()
          .that(resideInAPackage(ALL))
          .should()
          .resideInAnyPackage(
              API,
              DATA,
              SOURCES,
              SIMULATION,
              EXPERIMENT,
              CORE,
              VALIDATION,
              TEMPORAL,
              STRUCTURE,
              SATURATION,
              OPTIMIZER,
              REPORT,
              SLIDES,
              SERVER,
              CLI);

  @ArchTest static final ArchRule THE_API_NEEDS_NO_OTHER_MODULE = seesOnly(API, API);

  @ArchTest static final ArchRule TEMPORAL_SEES_THE_API_ONLY = seesOnly(TEMPORAL, API, TEMPORAL);

  @ArchTest static final ArchRule STRUCTURE_SEES_THE_API_ONLY = seesOnly(STRUCTURE, API, STRUCTURE);

  @ArchTest
  static final ArchRule SATURATION_SEES_THE_API_ONLY = seesOnly(SATURATION, API, SATURATION);

  @ArchTest static final ArchRule DATA_SEES_THE_API_ONLY = seesOnly(DATA, API, DATA);

  @ArchTest static final ArchRule SOURCES_SEE_DATA_ONLY = seesOnly(SOURCES, API, DATA, SOURCES);

  @ArchTest
  static final ArchRule SIMULATION_SEES_DATA_ONLY = seesOnly(SIMULATION, API, DATA, SIMULATION);

  @ArchTest
  static final ArchRule EXPERIMENTS_SEE_DATA_ONLY = seesOnly(EXPERIMENT, API, DATA, EXPERIMENT);

  @ArchTest static final ArchRule THE_CORE_SEES_DATA_ONLY = seesOnly(CORE, API, DATA, CORE);

  @ArchTest
  static final ArchRule VALIDATION_SEES_CORE_AND_SIMULATION =
      seesOnly(VALIDATION, API, DATA, SIMULATION, CORE, VALIDATION);

  @ArchTest
  static final ArchRule THE_OPTIMISER_SEES_THE_CORE =
      seesOnly(OPTIMIZER, API, DATA, CORE, OPTIMIZER);

  @ArchTest
  static final ArchRule THE_SERVER_SEES_DATA_AND_REPORTS =
      seesOnly(SERVER, API, DATA, REPORT, SERVER);

  @ArchTest
  static final ArchRule THE_SERVER_NEEDS_NEITHER_ENGINE_NOR_COMMAND_LINE =
      noClasses()
          .that(resideInAPackage(SERVER))
          .should()
          .dependOnClassesThat(resideInAnyPackage("ai.djl..", "picocli.."));

  @ArchTest
  static final ArchRule PACKAGES_OF_THE_SERVER_FORM_NO_CYCLE = noCycle("org.deepcausalmmm.server");

  @ArchTest static final ArchRule THE_REPORT_SEES_DATA_ONLY = seesOnly(REPORT, API, DATA, REPORT);

  @ArchTest
  static final ArchRule SLIDES_SEE_THE_REPORT_ONLY = seesOnly(SLIDES, API, DATA, REPORT, SLIDES);

  @ArchTest
  static final ArchRule THE_APPLICATION_NAMES_NO_CLASS_OF_A_PLUGIN =
      seesOnly(
          CLI, API, DATA, SIMULATION, EXPERIMENT, CORE, VALIDATION, OPTIMIZER, REPORT, SERVER, CLI);

  @ArchTest
  static final ArchRule THE_APPLICATION_DOES_NOT_COMPUTE_WITH_TENSORS =
      noClasses()
          .that(resideInAPackage(CLI))
          .should()
          .dependOnClassesThat(resideInAPackage("ai.djl.."));

  @ArchTest
  static final ArchRule ONLY_THE_ENGINE_PACKAGE_OF_THE_CORE_TOUCHES_THE_ENGINE =
      noClasses()
          .that(resideInAPackage(ALL).and(not(resideInAPackage("org.deepcausalmmm.core.engine"))))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("ai.djl.engine..", "ai.djl.pytorch..", "ai.djl.training.."));

  @ArchTest
  static final ArchRule NO_MODULE_BUT_THE_CORE_COMPUTES_WITH_AN_ENGINE =
      noClasses()
          .that(
              resideInAnyPackage(
                  DATA, SIMULATION, EXPERIMENT, VALIDATION, OPTIMIZER, REPORT, SLIDES))
          .should()
          .dependOnClassesThat(resideInAPackage("ai.djl.."));

  @ArchTest
  static final ArchRule PACKAGES_OF_DATA_FORM_NO_CYCLE = noCycle("org.deepcausalmmm.data");

  @ArchTest
  static final ArchRule NUMERICS_AND_ERRORS_ARE_LEAVES_OF_THE_CORE =
      noClasses()
          .that(resideInAnyPackage(core("numeric"), core("error")))
          .should()
          .dependOnClassesThat(
              resideInAPackage(CORE).and(not(resideInAnyPackage(core("numeric"), core("error")))));

  @ArchTest
  static final ArchRule BUILT_IN_COMPONENTS_OF_THE_CORE_SEE_NO_MODEL =
      noClasses()
          .that(resideInAnyPackage(core("prior"), core("loss"), core("structure")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(core("fit"), core("model"), core("baseline"), core("engine")));

  @ArchTest
  static final ArchRule PLANNING_DOES_NOT_NEED_ANALYSIS =
      noClasses()
          .that(resideInAPackage(core("planning")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  core("analysis"), core("health"), core("backtest"), core("refresh")));

  @ArchTest
  static final ArchRule ANALYSIS_DOES_NOT_NEED_ITS_READERS =
      noClasses()
          .that(resideInAPackage(core("analysis")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  core("planning"), core("health"), core("backtest"), core("refresh")));

  @ArchTest
  static final ArchRule PACKAGES_OF_THE_CORE_FORM_NO_CYCLE = noCycle("org.deepcausalmmm.core");

  @ArchTest
  static final ArchRule PACKAGES_OF_THE_APPLICATION_FORM_NO_CYCLE =
      noCycle("org.deepcausalmmm.cli");

  @ArchTest
  static final ArchRule PACKAGES_OF_THE_REPORT_FORM_NO_CYCLE = noCycle("org.deepcausalmmm.report");

  @ArchTest
  static final ArchRule PACKAGES_OF_THE_API_FORM_NO_CYCLE = noCycle("org.deepcausalmmm.api");

  @ArchTest
  static final ArchRule PACKAGES_OF_EXPERIMENTS_FORM_NO_CYCLE =
      noCycle("org.deepcausalmmm.experiment");

  @ArchTest
  static final ArchRule PACKAGES_OF_THE_OPTIMISER_FORM_NO_CYCLE =
      noCycle("org.deepcausalmmm.optimizer");

  /** Returns the rule that the packages of a module form no cycle, the module's own among them. */
  private static ArchRule noCycle(String module) {
    return slices().assignedFrom(packagesOf(module)).should().beFreeOfCycles();
  }

  private static SliceAssignment packagesOf(String module) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        boolean inside = name.equals(module) || name.startsWith(module + ".");
        return inside ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages of " + module;
      }
    };
  }

  /** Returns the pattern of a package of the core and those below it. */
  private static String core(String name) {
    return "org.deepcausalmmm.core." + name + "..";
  }

  /** Returns the rule that a module depends on these packages of the project and no others. */
  private static ArchRule seesOnly(String module, String... allowed) {
    return noClasses()
        .that(resideInAPackage(module))
        .should()
        .dependOnClassesThat(resideInAPackage(ALL).and(not(resideInAnyPackage(allowed))));
  }
}
