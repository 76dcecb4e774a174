package org.deepcausalmmm.cli.plan;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.deepcausalmmm.cli.base.Version;
import org.deepcausalmmm.cli.run.Numbers;
import org.deepcausalmmm.optimizer.media.MediaPlan;
import org.deepcausalmmm.optimizer.media.MediaPlan.OutcomeEstimate;
import org.deepcausalmmm.optimizer.media.MediaPlan.PlannedChannel;
import org.deepcausalmmm.optimizer.result.ActiveLimit;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.result.PlanScore;
import org.deepcausalmmm.report.files.FileDigests;
import org.deepcausalmmm.report.files.PlanFiles;

/** The writer of a plan's figures as JSON. */
final class PlanJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private static final SortedSet<String> DIGESTED =
      new TreeSet<>(Set.of(PlanFiles.PLAN, PlanFiles.CELLS, PlanFiles.FRONTIER, PlanFiles.CURVES));

  private final MediaPlan plan;
  private final PlanQuestion question;
  private final ObjectNode root = JSON.createObjectNode();

  private PlanJson(MediaPlan plan, PlanQuestion question) {
    this.plan = plan;
    this.question = question;
  }

  /** Writes {@code summary.json} beside the tables, which are there already. */
  static void write(MediaPlan plan, PlanQuestion question, Path file) throws IOException {
    ObjectNode root = new PlanJson(plan, question).build();
    root.set(FileDigests.KEY, FileDigests.of(file.resolveSibling(""), DIGESTED));
    Files.writeString(file, JSON.writeValueAsString(root) + "\n");
  }

  private ObjectNode build() {
    OptimizationResult result = plan.answer().result();
    root.put("format", 1);
    root.put("version", Version.current());
    root.put("run", question.run());
    root.put("outcome", question.outcome());
    root.put("unit", plan.unit().name().toLowerCase(Locale.ROOT));
    ObjectNode window = root.putObject("window");
    window.put("first", plan.weeks().get(0));
    window.put("last", plan.weeks().get(plan.weeks().size() - 1));
    window.put("weeks", plan.weeks().size());
    window.put("period", question.period().noun());
    root.put("mode", question.mode());
    number(root, "target", question.target());
    root.put("by", plan.by().id());
    root.put("risk", question.risk());
    root.put("draws", plan.draws());
    number(root, "budget", result.problem().budget());
    number(root, "spend", result.optimum().spend());
    number(root, "unspent", result.unspent());
    root.put("unspentReason", result.unspentReason().reason());
    root.put("guarantee", result.guarantee().name().toLowerCase(Locale.ROOT));
    number(root, "gap", result.gap());
    number(root, "upperBound", result.upperBound());
    number(root, "provenBudget", plan.answer().provenBudget());
    root.put("method", result.method());
    ObjectNode plans = root.putObject("plans");
    score(plans, result.present(), plan.outcomes().present());
    score(plans, result.even(), plan.outcomes().even());
    score(plans, result.optimum(), plan.outcomes().optimum());
    estimate(root, "gain", plan.gain());
    number(root, "probabilityBetter", result.probabilityBetter());
    ArrayNode active = root.putArray("activeLimits");
    for (ActiveLimit limit : result.active()) {
      ObjectNode node = active.addObject();
      node.put("name", limit.name()).put("side", limit.side().name().toLowerCase(Locale.ROOT));
      number(node, "amount", limit.amount());
    }
    result.beyondObserved().forEach(root.putArray("beyondObserved")::add);
    question.notRaised().forEach(root.putArray("notRaised")::add);
    channels(root.putArray("channels"));
    question.health().ifPresent(health -> root.set("runHealth", health.toJson()));
    return root;
  }

  private void score(ObjectNode plans, PlanScore score, OutcomeEstimate outcome) {
    ObjectNode node = plans.putObject(score.name());
    number(node, "spend", score.spend());
    estimate(node, "outcome", outcome);
    number(node, "roi", score.spend() > 0 ? outcome.mean() / score.spend() : Double.NaN);
    number(node, question.risk(), score.value());
    node.put("allowed", score.allowed());
    score.violations().forEach(node.putArray("violations")::add);
  }

  private void channels(ArrayNode nodes) {
    for (PlannedChannel channel : plan.channels()) {
      ObjectNode node = nodes.addObject();
      node.put("channel", channel.name());
      number(node, "present", channel.present());
      number(node, "optimum", channel.optimum());
      estimate(node, "presentOutcome", channel.presentOutcome());
      estimate(node, "optimumOutcome", channel.optimumOutcome());
      number(node, "mroi", channel.marginal());
    }
  }

  private static void estimate(ObjectNode node, String key, OutcomeEstimate estimate) {
    ObjectNode child = node.putObject(key);
    number(child, "mean", estimate.mean());
    number(child, "lower", estimate.lower());
    number(child, "upper", estimate.upper());
  }

  private static void number(ObjectNode node, String key, OptionalDouble value) {
    number(node, key, value.orElse(Double.NaN));
  }

  private static void number(ObjectNode node, String key, double value) {
    node.put(key, Numbers.json(value));
  }
}
