package org.deepcausalmmm.core.plugin;

import jakarta.inject.Inject;
import java.util.List;
import org.deepcausalmmm.api.Component;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;

/**
 * The creation of the components that a configuration chooses.
 *
 * <p>Every method throws {@link MmmException}: MMM-PLUGIN-001 if no component has that id,
 * MMM-CONFIG-011 to 014 if an option does not fit, MMM-PLUGIN-005 if the plugin fails. The choices
 * for single channels inside a choice are ignored.
 */
public final class ComponentCreator {
  private final Components components;

  /** Creates components from what was discovered. */
  @Inject
  public ComponentCreator(Components components) {
    this.components = components;
  }

  /** Returns a new instance of the chosen temporal component. */
  public Temporal temporal(ComponentChoice choice) {
    return create(ComponentKind.TEMPORAL, Temporal.class, choice);
  }

  /** Returns a new instance of the chosen structure component. */
  public Structure structure(ComponentChoice choice) {
    return create(ComponentKind.STRUCTURE, Structure.class, choice);
  }

  /** Returns a new instance of the chosen saturation component. */
  public Saturation saturation(ComponentChoice choice) {
    return create(ComponentKind.SATURATION, Saturation.class, choice);
  }

  /** Returns a new instance of the chosen loss component. */
  public Loss loss(ComponentChoice choice) {
    return create(ComponentKind.LOSS, Loss.class, choice);
  }

  /** Returns a new instance of the chosen prior component. */
  public Prior prior(ComponentChoice choice) {
    return create(ComponentKind.PRIOR, Prior.class, choice);
  }

  /**
   * Checks every choice of a configuration file by creating it.
   *
   * @throws MmmException that names file, line and keys
   */
  public void check(ConfigurationDraft draft) {
    ModelConfig model = draft.model();
    check(draft, ComponentKind.TEMPORAL, model.temporal(), "model.temporal");
    check(draft, ComponentKind.STRUCTURE, model.structure(), "model.structure");
    check(draft, ComponentKind.SATURATION, model.saturation(), "model.saturation");
    check(draft, ComponentKind.LOSS, model.loss(), "model.loss");
    for (int i = 0; i < model.priors().size(); i++) {
      check(draft, ComponentKind.PRIOR, model.priors().get(i), "model.priors[" + i + "]");
    }
  }

  private void check(
      ConfigurationDraft draft, ComponentKind kind, ComponentChoice choice, String path) {
    try {
      create(kind, Component.class, choice);
    } catch (MmmException e) {
      throw draft.located(e, path);
    }
    choice
        .channels()
        .forEach((name, other) -> check(draft, kind, other, path + ".channels." + name));
  }

  /** Returns the discovered components. */
  public Components components() {
    return components;
  }

  private <C extends Component> C create(
      ComponentKind kind, Class<C> type, ComponentChoice choice) {
    DiscoveredComponent found = find(kind, choice.type());
    Options options = Options.of(owner(found), found.options(), choice.options());
    return type.cast(create(found, options));
  }

  private DiscoveredComponent find(ComponentKind kind, String id) {
    return components
        .find(kind, id)
        .orElseThrow(
            () -> {
              List<String> known =
                  components.ofKind(kind).stream().map(DiscoveredComponent::id).toList();
              return PluginErrors.unknownComponent(kind, id, known);
            });
  }

  private static String owner(DiscoveredComponent component) {
    return "The %s component '%s'".formatted(component.kind().key(), component.id());
  }

  private static Component create(DiscoveredComponent found, Options options) {
    ComponentFactory<?> factory = found.factory();
    Component created;
    try {
      created = factory.create(options);
    } catch (MmmException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw PluginErrors.cannotCreate(found, e);
    }
    if (!kindOf(found).isInstance(created)) {
      throw PluginErrors.cannotCreate(
          found, new IllegalStateException("the factory created " + created));
    }
    return created;
  }

  private static Class<? extends Component> kindOf(DiscoveredComponent found) {
    return switch (found.kind()) {
      case TEMPORAL -> Temporal.class;
      case STRUCTURE -> Structure.class;
      case SATURATION -> Saturation.class;
      case LOSS -> Loss.class;
      case PRIOR -> Prior.class;
    };
  }
}
