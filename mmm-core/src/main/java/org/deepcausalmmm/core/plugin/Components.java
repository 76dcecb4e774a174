package org.deepcausalmmm.core.plugin;

import java.util.Map;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.api.SaturationFactory;
import org.deepcausalmmm.api.StructureFactory;
import org.deepcausalmmm.api.TemporalFactory;

/** Holds the factories that were discovered, by id. */
public record Components(
    Map<String, TemporalFactory> temporal,
    Map<String, StructureFactory> structure,
    Map<String, SaturationFactory> saturation,
    Map<String, LossFactory> loss,
    Map<String, PriorFactory> prior) {}
