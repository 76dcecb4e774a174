package org.deepcausalmmm.data.config;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.config.ExperimentConfig.Treatment;

/** The entries below {@code experiments:}, as {@link ExperimentSection} reads them. */
final class ExperimentWriter {
  private ExperimentWriter() {}

  static List<Map<String, Object>> entries(List<ExperimentConfig> experiments) {
    return experiments.stream().map(ExperimentWriter::entry).toList();
  }

  private static Map<String, Object> entry(ExperimentConfig experiment) {
    Treatment treatment = experiment.treatment();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", experiment.name());
    map.put("channel", experiment.channel());
    map.put("kind", treatment.kind().id());
    if (!treatment.regions().isEmpty()) {
      map.put("regions", treatment.regions());
    }
    map.put("from", treatment.from());
    map.put("to", treatment.to());
    map.put("cool_down", treatment.coolDown());
    if (treatment.spend() != null) {
      Map<String, Object> spend = new LinkedHashMap<>();
      spend.put("actual", plain(treatment.spend().actual()));
      spend.put("without", plain(treatment.spend().without()));
      map.put("spend", spend);
    }
    map.put("lift", plain(experiment.result().lift()));
    map.put("standard_error", plain(experiment.result().standardError()));
    if (!experiment.result().source().isEmpty()) {
      map.put("source", experiment.result().source());
    }
    return map;
  }

  /** Returns a number that YAML reads back as the same number: without an exponent. */
  private static BigDecimal plain(double value) {
    return new BigDecimal(new BigDecimal(Double.toString(value)).toPlainString());
  }
}
