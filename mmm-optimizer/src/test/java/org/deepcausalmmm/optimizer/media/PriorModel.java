package org.deepcausalmmm.optimizer.media;

import java.util.List;
import java.util.Random;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.baseline.BaselineForm;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.fit.EffectivenessPath;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;

/**
 * A model of simulated data whose parameters are drawn from the priors: as large as wanted, without
 * a fit.
 */
record PriorModel(FittedModel fitted, MediaModel media) {

  static PriorModel of(int regions, int channels) {
    World world =
        Simulator.simulate(
            WorldSpec.builder("large").regions(regions).weeks(104).channels(channels).build(), 1);
    Configuration configuration =
        new Configuration(world.dataConfig(), ModelConfig.defaults(), FitConfig.defaults());
    Fitter fitter = new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));
    MediaModel media = fitter.mediaModel(configuration.model(), world.panel());
    Random random = new Random(2);
    double[][] draws = new double[200][];
    for (int d = 0; d < draws.length; d++) {
      draws[d] = drawn(media, random);
    }
    int weeks = world.panel().weekCount();
    FittedModel fitted =
        new FittedModel(
            configuration,
            new FittedModel.FittedData(world.panel(), new DataReport(0, 0, List.of()), weeks),
            new FittedModel.FittedStructure(StructuralEquations.independent(channels), List.of()),
            new FittedModel.FittedParameters(EarlierExposure.LIKE_FIRST_WEEKS, draws[0], draws),
            new FittedModel.FittedBaseline(
                BaselineForm.of(Season.SMOOTH), Variances.start(regions), new double[regions]),
            new FittedModel.FittedNoise(new double[regions][weeks], new double[regions]),
            EffectivenessPath.constant(weeks, channels),
            new FittedModel.TrainingRecord(
                List.of(),
                0,
                0,
                Double.NaN,
                FittedModel.SamplingRecord.laplace(),
                Double.NaN,
                List.of(),
                List.of()));
    return new PriorModel(fitted, media);
  }

  private static double[] drawn(MediaModel media, Random random) {
    double[] theta = new double[media.layout().size()];
    for (ParameterBlock block : media.layout().blocks()) {
      double center = block.spec().constraint().free(block.spec().prior().center());
      for (int i = block.offset(); i < block.offset() + block.size(); i++) {
        theta[i] = center + block.spec().prior().sd() * random.nextGaussian();
      }
    }
    return theta;
  }
}
