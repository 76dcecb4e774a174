package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import net.jqwik.api.Example;
import org.apiguardian.api.API;
import org.deepcausalmmm.api.Component;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.ParameterSpec;

/**
 * The rules for components of every kind: how they are found, configured and declared.
 *
 * @param <C> the kind of component
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ComponentContract<C extends Component> {
  /** Returns the factory to test. */
  ComponentFactory<C> factory();

  /** Returns the service under which the factory has to be registered. */
  Class<? extends ComponentFactory<C>> service();

  /** Returns options for the component to test; needed only for those without a default. */
  default Map<String, ?> options() {
    return Map.of();
  }

  /** Creates the component to test. */
  default C component() {
    return factory().create(OptionChecks.read(factory(), options()));
  }

  /** Creates the component as the core does when it loads a model that was saved with it. */
  default C reloaded() {
    return factory().create(OptionChecks.savedAndLoaded(factory(), options()));
  }

  /** The core finds the factory only if a file in META-INF/services names it. */
  @Example
  default void isFoundAsService() {
    assertThat(ServiceLoader.load(service(), factory().getClass().getClassLoader()).stream())
        .as("classes named in META-INF/services/%s", service().getName())
        .anySatisfy(provider -> assertThat(provider.type()).isEqualTo(factory().getClass()));
  }

  /** Identity and declarations are constants: model files and schemas rely on them. */
  @Example
  default void declaresTheSameEveryTime() {
    assertThat(factory().info()).as("info").isEqualTo(factory().info());
    assertThat(factory().options()).as("options").isEqualTo(factory().options());
    assertThat(component().parameters().toString())
        .as("declared parameters of two components created alike")
        .isEqualTo(component().parameters().toString());
  }

  /** Options have distinct names in snake case, a sentence each and a default that is allowed. */
  @Example
  default void declaresOptionsThatCanBeShown() {
    List<OptionSpec> specs = factory().options();
    assertThat(specs).extracting(OptionSpec::name).doesNotHaveDuplicates();
    assertThat(specs)
        .allSatisfy(
            spec -> {
              assertThat(spec.name()).as("option name").matches("[a-z][a-z0-9_]*");
              assertThat(spec.doc()).as("doc of option '%s'", spec.name()).isNotBlank();
            });
    OptionChecks.assertDefaultsAllowed(factory(), options());
  }

  /** Every declared value of an option works or is refused with a reason and an advice. */
  @Example
  default void acceptsOrExplainsEveryOptionValue() {
    OptionChecks.assertValuesAcceptedOrExplained(factory(), options());
  }

  /** A misspelt option is refused by name. */
  @Example
  default void refusesUnknownOptions() {
    OptionChecks.assertUnknownRefused(factory(), options());
  }

  /** Parameters have distinct names and a sentence each. */
  @Example
  default void declaresParametersThatCanBeShown() {
    List<ParameterSpec> specs = component().parameters();
    assertThat(specs).extracting(ParameterSpec::name).doesNotHaveDuplicates();
    assertThat(specs)
        .allSatisfy(spec -> assertThat(spec.doc()).as("doc of '%s'", spec.name()).isNotBlank());
  }

  /** A component holds its options and nothing that changes: the core shares it among threads. */
  @Example
  default void holdsNoState() {
    Statelessness.check(component(), factory());
  }
}
