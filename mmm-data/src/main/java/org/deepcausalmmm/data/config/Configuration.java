package org.deepcausalmmm.data.config;

/**
 * The whole configuration of a fit, every default filled in.
 *
 * @param data which column plays which role
 * @param model which component plays which part
 * @param fit how to fit
 */
public record Configuration(DataConfig data, ModelConfig model, FitConfig fit) {

  /** Returns the same, fitted otherwise. */
  public Configuration withFit(FitConfig other) {
    return new Configuration(data, model, other);
  }
}
