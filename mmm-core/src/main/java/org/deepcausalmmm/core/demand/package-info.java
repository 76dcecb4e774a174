/**
 * Demand capture: exposure that follows the demand which it seems to cause. Its detection, by leads
 * and by evidence, and the columns of the baseline that take demand out of media.
 */
@NullMarked
package org.deepcausalmmm.core.demand;

import org.jspecify.annotations.NullMarked;
