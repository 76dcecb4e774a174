/**
 * The plugin interfaces of the platform and the values that they exchange.
 *
 * <p>A plugin implements one of five kinds of {@link org.deepcausalmmm.api.Component} and a {@link
 * org.deepcausalmmm.api.ComponentFactory} that {@link java.util.ServiceLoader} finds. A component
 * is stateless: it declares its parameters, and the core owns them.
 *
 * <p>A fit calls the kinds in this order: the structure learns edges; saturation and temporal
 * components are then evaluated in every gradient step, together with the priors; the loss weighs
 * observations between rounds of steps; posterior draws are sampled; effectiveness over time comes
 * last. A fitted model keeps the components for its counterfactuals, forecasts and plans.
 */
@NullMarked
package org.deepcausalmmm.api;

import org.jspecify.annotations.NullMarked;
