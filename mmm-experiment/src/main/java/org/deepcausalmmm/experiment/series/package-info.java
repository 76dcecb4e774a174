/** The outcome and spend of regions over days or weeks, and the windows of an experiment. */
@NullMarked
package org.deepcausalmmm.experiment.series;

import org.jspecify.annotations.NullMarked;
