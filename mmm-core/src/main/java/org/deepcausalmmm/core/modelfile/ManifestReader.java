package org.deepcausalmmm.core.modelfile;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.baseline.BaselineForm;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.plugin.ComponentKind;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.estimate.EdgeEstimate;
import org.deepcausalmmm.data.estimate.Interval;

/** The reader of what a model file's manifest says beside the arrays. */
final class ManifestReader {
  private ManifestReader() {}

  static Variances variances(Json variances) {
    return new Variances(
        variances.number("walk"),
        variances.number("state"),
        variances.number("correlation"),
        variances.number("noise"));
  }

  static FittedModel.TrainingRecord training(Json training) {
    return new FittedModel.TrainingRecord(
        training.numbers("losses"),
        training.number("gradientNorm"),
        training.number("seconds"),
        training.numberOrNaN("lossParameter"),
        new FittedModel.SamplingRecord(
            (int) chains(training),
            training.numberOrNaN("acceptance"),
            training.numberOrNaN("energyFraction")),
        training.numberOrNaN("elasticity"),
        training.has("rejectedLosses") ? training.texts("rejectedLosses") : List.of(),
        captures(training));
  }

  static List<UsedComponent> components(Json manifest) {
    List<UsedComponent> components = new ArrayList<>();
    for (Json node : manifest.objects("components")) {
      components.add(
          new UsedComponent(
              node.constant("kind", ComponentKind.class),
              node.text("id"),
              node.text("version"),
              node.values("options"),
              node.texts("channels"),
              node.text("plugin"),
              node.text("pluginVersion")));
    }
    return components;
  }

  private static List<FittedModel.Capture> captures(Json training) {
    if (!training.has("capture")) {
      return List.of();
    }
    return training.objects("capture").stream()
        .map(
            channel ->
                new FittedModel.Capture(
                    channel.number("evidence"),
                    channel.has("delivery") && channel.flag("delivery"),
                    channel.flag("found"),
                    channel.has("partner")
                        ? new FittedModel.Partner(
                            channel.text("partner"), channel.number("correlation"))
                        : null))
        .toList();
  }

  /** Returns the number of chains; models of before had one, or none with Laplace's draws. */
  private static double chains(Json training) {
    double chains = training.numberOrNaN("chains");
    if (Double.isNaN(chains)) {
      return Double.isNaN(training.numberOrNaN("acceptance")) ? 0 : 1;
    }
    return chains;
  }

  static DataReport dataReport(Json node) {
    List<DataReport.Finding> findings = new ArrayList<>();
    for (Json finding : node.objects("findings")) {
      findings.add(
          new DataReport.Finding(
              finding.constant("severity", DataReport.Severity.class),
              finding.text("code"),
              finding.text("what"),
              finding.text("advice")));
    }
    return new DataReport(node.count("rows"), node.count("missing"), findings);
  }

  static StructuralEquations equations(Json manifest, double[] ownEffect) {
    try {
      List<Edge> edges = new ArrayList<>();
      for (Json edge : manifest.objects("edges")) {
        int from = edge.count("from");
        int to = edge.count("to");
        if (Math.max(from, to) >= ownEffect.length) {
          throw ModelFileCode.WRONG_SHAPE.error(
              "The model file has an edge from channel %d to %d of %d."
                  .formatted(from, to, ownEffect.length));
        }
        edges.add(
            new Edge(
                from,
                to,
                edge.number("weight"),
                edge.number("decay"),
                edge.constant("kind", Edge.Kind.class)));
      }
      return new StructuralEquations(ownEffect, edges);
    } catch (IllegalArgumentException e) {
      throw ModelFileCode.DAMAGED.error("The model file is damaged: " + e.getMessage(), e);
    }
  }

  /** Returns the assumption on exposure before the data; models of format 1 assumed none. */
  static EarlierExposure earlier(Json manifest) {
    return manifest.integer("format") == 1
        ? EarlierExposure.NONE
        : manifest.constant("earlierExposure", EarlierExposure.class);
  }

  /** Returns the seasonality of the baseline; models of format 1 had one kind. */
  private static Season season(Json manifest) {
    return manifest.integer("format") == 1
        ? Season.SMOOTH
        : manifest.constant("season", Season.class);
  }

  /** Returns the form of the baseline; models without shifts of the level do not name any. */
  static BaselineForm form(Json manifest, int trainWeeks) {
    BaselineForm form = BaselineForm.of(season(manifest));
    if (manifest.has("levelShifts")) {
      for (double week : manifest.numbers("levelShifts")) {
        if (week != Math.rint(week) || week < 0 || week >= trainWeeks) {
          throw ModelFileCode.WRONG_SHAPE.error(
              "The model file shifts the level in week %s of %d.".formatted(week, trainWeeks));
        }
        form = form.withShift((int) week);
      }
    }
    return form;
  }

  static List<EdgeEstimate> edges(Json manifest) {
    List<EdgeEstimate> edges = new ArrayList<>();
    for (Json edge : manifest.objects("edgeEstimates")) {
      edges.add(
          new EdgeEstimate(
              edge.text("from"),
              edge.text("to"),
              new Interval(edge.number("weight"), edge.number("lower"), edge.number("upper")),
              edge.number("probability"),
              edge.number("decay"),
              edge.constant("kind", Edge.Kind.class)));
    }
    return edges;
  }
}
