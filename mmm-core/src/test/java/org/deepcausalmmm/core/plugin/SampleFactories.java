package org.deepcausalmmm.core.plugin;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.SaturationFactory;

/** Factories as plugins bring them, sound and broken ones. */
public final class SampleFactories {
  private SampleFactories() {}

  /** A power of the exposure. */
  record Power(double exponent) implements Saturation {
    @Override
    public NDArray apply(NDArray exposure, Parameters parameters) {
      return exposure.pow(exponent);
    }
  }

  public static class PowerFactory implements SaturationFactory {
    @Override
    public ComponentInfo info() {
      return new ComponentInfo("power", "1.0", "A power of the exposure.");
    }

    @Override
    public List<OptionSpec> options() {
      return List.of(OptionSpec.number("exponent", 0.5, 0.1, 1, "The exponent."));
    }

    @Override
    public Saturation create(Options options) {
      if (options.number("exponent") == 1) {
        throw new IllegalStateException("cannot be straight");
      }
      return new Power(options.number("exponent"));
    }
  }

  public static final class SamePowerFactory extends PowerFactory {}

  public static final class TwiceDeclared extends PowerFactory {
    @Override
    public List<OptionSpec> options() {
      return List.of(OptionSpec.flag("a", true, "A."), OptionSpec.flag("a", true, "A."));
    }
  }

  public static final class FailsInConstructor extends PowerFactory {
    public FailsInConstructor() {
      throw new IllegalStateException("no licence key");
    }
  }

  public static final class FailsInInfo extends PowerFactory {
    @Override
    public ComponentInfo info() {
      return new ComponentInfo("Not An Id", "1.0", "A power of the exposure.");
    }
  }

  public static final class MissesClass extends PowerFactory {
    @Override
    public ComponentInfo info() {
      throw new NoClassDefFoundError("acme/Curves");
    }
  }
}
