package org.deepcausalmmm.server.run;

import org.deepcausalmmm.core.analysis.Analysis;

/**
 * Is all that a run directory is written from.
 *
 * @param configuration the full effective configuration, as YAML
 * @param model writes the model
 */
public record RunContent(Analysis analysis, String configuration, ModelFile model) {}
