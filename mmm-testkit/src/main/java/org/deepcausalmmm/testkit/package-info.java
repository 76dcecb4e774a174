/**
 * Contract tests that the author of a plugin runs.
 *
 * <p>There is one interface for each kind of component. A test class implements it, names the
 * factory, and thereby runs every property of the contract:
 *
 * <pre>{@code
 * class WeibullSaturationTest implements SaturationContract {
 *   public SaturationFactory factory() {
 *     return new WeibullFactory();
 *   }
 * }
 * }</pre>
 *
 * <p>The values that the properties try are generated from the parameters that the component
 * declares, so nothing else has to be written.
 */
@NullMarked
package org.deepcausalmmm.testkit;

import org.jspecify.annotations.NullMarked;
