package org.deepcausalmmm.core.plugin;

import java.util.Map;
import org.deepcausalmmm.api.Component;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.core.config.ModelConfig.ComponentChoice;

/** Creates the components that a configuration chooses. */
public final class ComponentCreator {
  private final Components components;

  /** Creates from what was discovered. */
  public ComponentCreator(Components components) {
    this.components = components;
  }

  public Temporal temporal(ComponentChoice choice) {
    return create("temporal", components.temporal(), choice);
  }

  public Structure structure(ComponentChoice choice) {
    return create("structure", components.structure(), choice);
  }

  public Saturation saturation(ComponentChoice choice) {
    return create("saturation", components.saturation(), choice);
  }

  public Loss loss(ComponentChoice choice) {
    return create("loss", components.loss(), choice);
  }

  public Prior prior(ComponentChoice choice) {
    return create("prior", components.prior(), choice);
  }

  private static <C extends Component, F extends ComponentFactory<C>> C create(
      String kind, Map<String, F> factories, ComponentChoice choice) {
    F factory = factories.get(choice.type());
    if (factory == null) {
      throw new MmmException(
          ErrorKind.PLUGIN,
          1,
          "There is no %s component '%s'.".formatted(kind, choice.type()),
          NearestName.of(choice.type(), factories.keySet())
              .map("Maybe you meant '%s'."::formatted)
              .orElse("Installed are: " + String.join(", ", factories.keySet()) + "."));
    }
    String owner = "The %s component '%s'".formatted(kind, choice.type());
    return factory.create(Options.of(owner, factory.options(), choice.options()));
  }
}
