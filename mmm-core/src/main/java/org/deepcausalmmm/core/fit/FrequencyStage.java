package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.posterior.MediaJacobian;
import org.deepcausalmmm.data.FrequencyResponse;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Panel.Channel;
import org.deepcausalmmm.data.ReachFrequency;

/**
 * The estimation of how a person responds to the number of contacts, for channels with reach and
 * frequency: exposure = reach x response(frequency).
 *
 * <p>Media are trained under the prior mean of the response. Then every curve of the grid of {@link
 * FrequencyResponse} gets its marginal likelihood, with the media parameters integrated out to
 * first order around those of the training, as in nested Laplace approximations (Rue, Martino and
 * Chopin 2009, Journal of the Royal Statistical Society B 71). The fit itself takes the exposure
 * under the posterior mean of the response.
 */
final class FrequencyStage {
  private final FitContext context;
  private final StructuralEquations equations;
  private final Progress progress;

  FrequencyStage(FitContext context, StructuralEquations equations, Progress progress) {
    this.context = context;
    this.equations = equations;
    this.progress = progress;
  }

  /** Returns whether a panel has a channel whose response to frequency is not known yet. */
  static boolean isNeeded(Panel panel) {
    return panel.channels().stream().anyMatch(FrequencyStage::isOpen);
  }

  private static boolean isOpen(Channel channel) {
    ReachFrequency contacts = channel.source().contacts();
    return contacts != null && contacts.response() == null;
  }

  /** Returns the panel under the prior mean of every response that is not known yet. */
  static Panel underPrior(Panel panel, int trainWeeks) {
    return panel.withChannels(
        panel.channels().stream()
            .map(
                channel -> {
                  ReachFrequency contacts = channel.source().contacts();
                  return contacts == null || contacts.response() != null
                      ? channel
                      : channel.respondingBy(
                          contacts.with(
                              FrequencyResponse.prior(contacts.meanFrequency(trainWeeks))));
                })
            .toList());
  }

  /**
   * Returns a panel with the responses of an earlier one, so that its weeks keep their exposures.
   */
  static Panel like(Panel before, Panel panel) {
    List<Channel> channels = new ArrayList<>(panel.channels());
    for (int c = 0; c < channels.size(); c++) {
      ReachFrequency contacts = channels.get(c).source().contacts();
      int place = before.channelNames().indexOf(channels.get(c).name());
      ReachFrequency known = place < 0 ? null : before.channels().get(place).source().contacts();
      FrequencyResponse response = known == null ? null : known.response();
      if (contacts != null && response != null) {
        channels.set(c, channels.get(c).respondingBy(contacts.with(response)));
      }
    }
    return panel.withChannels(channels);
  }

  /**
   * Returns the panel under the posterior mean of the responses.
   *
   * @param given the panel before any response was known
   * @param media media as trained under the prior means
   */
  Panel settled(Panel given, MediaFit media) {
    List<Channel> channels = new ArrayList<>(context.data().panel().channels());
    for (int c = 0; c < channels.size(); c++) {
      ReachFrequency contacts = channels.get(c).source().contacts();
      if (contacts != null && isOpen(given.channels().get(c))) {
        double typical = contacts.meanFrequency(context.data().trainWeeks());
        FrequencyResponse posterior =
            FrequencyResponse.posterior(typical, logLikelihoods(c, contacts, typical, media));
        channels.set(c, channels.get(c).respondingBy(contacts.with(posterior)));
      }
    }
    return given.withChannels(channels);
  }

  /**
   * Returns the log likelihood of each curve. Media are linearized anew under each: around one
   * linearization for all, the curve that training took would confirm itself.
   */
  private double[] logLikelihoods(
      int channel, ReachFrequency contacts, double typical, MediaFit media) {
    double[] result = new double[FrequencyResponse.curves()];
    for (int curve = 0; curve < result.length; curve++) {
      progress.report("response to frequency", curve, result.length, Double.NaN);
      List<Channel> channels = new ArrayList<>(context.data().panel().channels());
      FrequencyResponse response = FrequencyResponse.curve(typical, curve);
      channels.set(channel, channels.get(channel).respondingBy(contacts.with(response)));
      result[curve] = logLikelihood(context.data().panel().withChannels(channels), media);
    }
    return result;
  }

  /** Returns the log likelihood of a panel's exposures, media parameters integrated out. */
  private double logLikelihood(Panel panel, MediaFit media) {
    TrainingData data = TrainingData.of(panel, context.data().trainWeeks());
    ExposureOrigins origins =
        ExposureOrigins.of(panel, data.exposure(), equations, media.origins().earlier());
    try (NDManager manager = context.engine().newManager()) {
      MediaJacobian jacobian =
          context.jacobian(
              data.graph(context.model(), manager, origins, DataType.FLOAT32), DataType.FLOAT32);
      ResidualCovariance linearized = media.covariance().linearizeAt(jacobian, media.theta());
      double[][] residual = data.outcomeLessMedia(jacobian.contributions(media.theta()));
      return -linearized.deviance(media.theta(), residual) / 2;
    }
  }
}
