package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.baseline.BaselineForm;
import org.deepcausalmmm.core.baseline.BaselineQuadratic;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.density.JointDensity;
import org.deepcausalmmm.core.density.MediaDensity;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.experiment.Experiments;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.NumericChange;
import org.deepcausalmmm.core.model.NumericMedia;
import org.deepcausalmmm.core.model.NumericState;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.numeric.Vectors;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.ChannelSource;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ExperimentConfig;
import org.deepcausalmmm.data.config.ExperimentConfig.ExperimentKind;
import org.deepcausalmmm.data.config.ExperimentConfig.ExperimentResult;
import org.deepcausalmmm.data.config.ExperimentConfig.Treatment;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the density in plain Java with the one on the tensor engine in double precision. */
class NumericDensityTest {
  /** A prior of every quantity that plain Java computes. */
  private static final Prior PRIOR =
      quantities ->
          quantities
              .roi("channel_1")
              .log()
              .sub(1)
              .square()
              .mul(-2)
              .sub(quantities.contributionShare("channel_2").mul(7).square())
              .sub(quantities.mediaShare().mul(3).square())
              .sub(quantities.parameter("temporal", "decay", "channel_1").mul(2).square());

  @ParameterizedTest
  @CsvSource({
    "5, gru, hill, 0",
    "5, gru, hill, 2",
    "5, geometric, logistic, 0",
    "3, delayed, tanh, 1",
    "2, geometric, michaelis-menten, 0",
    "1, delayed, none, 0",
    "1, gru, hill, 0"
  })
  void agreesWithTheEngine(int regions, String temporal, String saturation, int national) {
    Panel panel = withNational(SmallWorld.of(regions, 47, 3, 0.03, 11).panel(), national);
    MediaModel model =
        new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()))
            .mediaModel(config(temporal, saturation), panel);
    TrainingData data = TrainingData.of(panel, 44);
    ComputeEngine engine = ComputeEngine.start("cpu", 1);
    FitContext context =
        new FitContext(
            engine,
            data,
            model,
            new ParameterPriors(model.layout(), false, data.spend()),
            List.of(PRIOR),
            experiments(data),
            data.capture(StructuralEquations.independent(data.channelCount())));
    PrecisionOperator operator = operator(data);
    BaselineQuadratic baseline = BaselineQuadratic.of(operator);
    double[] point = point(model, baseline.size());
    ExposureOrigins origins =
        ExposureOrigins.of(
            panel,
            data.exposure(),
            StructuralEquations.independent(3),
            EarlierExposure.LIKE_FIRST_WEEKS);
    try (NDManager manager = engine.newManager()) {
      MediaGraph graph = context.graph(manager, origins, DataType.FLOAT64);
      ComputeEngine.Gradient<MediaObjective.Outcome> expected =
          new MediaObjective(context, manager, graph, DataType.FLOAT64)
              .jointGradient(point, operator);
      MediaDensity media = context.density(origins).orElseThrow();
      double[] gradient = new double[point.length];
      double energy =
          new JointDensity(media, baseline, model.layout().size())
              .evaluate(point, gradient)
              .energy();
      assertThat(energy).isCloseTo(expected.result().loss(), within(1e-8 * Math.abs(energy)));
      assertThat(media.media(point))
          .containsExactly(Vectors.flatten(expected.result().media()), within(1e-9));
      double largest = Arrays.stream(expected.values()).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < gradient.length; i++) {
        assertThat(gradient[i])
            .as("derivative by coordinate %d", i)
            .isCloseTo(expected.values()[i], within(1e-8 * largest));
      }
    }
  }

  /** Returns the panel with its first channels known for all regions together only. */
  private static Panel withNational(Panel panel, int count) {
    return panel.withChannels(
        IntStream.range(0, panel.channelCount())
            .mapToObj(
                c -> {
                  Panel.Channel channel = panel.channels().get(c);
                  return new Panel.Channel(
                      channel.name(),
                      channel.exposure(),
                      channel.spend(),
                      channel.exposureIsSpend(),
                      new ChannelSource(c < count, null));
                })
            .toList());
  }

  /** Returns a go-dark test of a channel that drives another, and a user-level test of all. */
  private static Experiments experiments(TrainingData data) {
    List<String> weeks = data.panel().weeks().labels();
    List<String> first = data.panel().regions().subList(0, (data.regionCount() + 1) / 2);
    return Experiments.of(
        List.of(
            new ExperimentConfig(
                "dark",
                "channel_0",
                new Treatment(ExperimentKind.GO_DARK, first, weeks.get(20), weeks.get(25), 3, null),
                new ExperimentResult(-30, 12, "")),
            new ExperimentConfig(
                "users",
                "channel_2",
                new Treatment(
                    ExperimentKind.USER_LEVEL, List.of(), weeks.get(1), weeks.get(9), 0, null),
                new ExperimentResult(50, 20, ""))),
        data.panel(),
        data.scaling(),
        new StructuralEquations(
            new double[] {1, 1, 1}, List.of(new Edge(0, 1, 0.3, 0.4, Edge.Kind.CAUSAL))));
  }

  @Test
  void marginalEffectsAreThoseOfALittleMoreSpend() {
    Panel panel = SmallWorld.of(3, 47, 3, 0.03, 11).panel();
    MediaModel model =
        new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()))
            .mediaModel(config("gru", "hill"), panel);
    TrainingData data = TrainingData.of(panel, 44);
    NumericMedia media =
        NumericMedia.of(
                model,
                data.exposure(),
                EarlierExposure.LIKE_FIRST_WEEKS,
                data.observed(),
                new double[0][])
            .orElseThrow();
    ExposureOrigins origins =
        ExposureOrigins.of(
            panel,
            data.exposure(),
            StructuralEquations.independent(3),
            EarlierExposure.LIKE_FIRST_WEEKS);
    NumericState state = media.differentiatedAt(point(model, 0));
    double[] weight = Vectors.flatten(data.outcomeWeight());
    NumericChange change = new NumericChange(media, origins);
    for (int c = 0; c < 3; c++) {
      double[] multipliers = {0, 1 - 1e-4, 1 + 1e-4};
      double[][] sums = change.weighed(state, c, multipliers, true, new double[][] {weight});
      assertThat(-sums[0][0]).isCloseTo(state.weighed(c, weight), within(1e-9 * -sums[0][0]));
      assertThat(state.marginal(c, weight))
          .isCloseTo((sums[2][0] - sums[1][0]) / 2e-4, within(1e-5 * -sums[0][0]));
    }
  }

  private static ModelConfig config(String temporal, String saturation) {
    ModelConfig defaults = ModelConfig.defaults();
    return new ModelConfig(
        ComponentChoice.of(temporal),
        defaults.structure(),
        defaults.edges(),
        ComponentChoice.of(saturation),
        defaults.loss(),
        List.of(),
        false);
  }

  private static PrecisionOperator operator(TrainingData data) {
    int regions = data.regionCount();
    double[] scale = IntStream.range(0, regions).mapToDouble(r -> 0.8 + 0.1 * r).toArray();
    double[][] precision = new double[regions][data.trainWeeks()];
    for (double[] row : precision) {
      Arrays.setAll(row, t -> t % 13 == 3 ? 0 : 400 + 10 * t);
    }
    return new PrecisionOperator(
        data.design(BaselineForm.of(Season.SMOOTH)),
        new Variances(0.01, regions == 1 ? 0 : 0.04, 0.7, 0.05),
        scale,
        precision);
  }

  private static double[] point(MediaModel model, int shared) {
    double[] point = Arrays.copyOf(model.layout().start(3), model.layout().size() + shared);
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < point.length; i++) {
      point[i] += 0.2 * random.nextGaussian();
    }
    return point;
  }
}
