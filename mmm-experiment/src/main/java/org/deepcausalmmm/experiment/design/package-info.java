/** The design of an experiment: regions, weeks, spend, power and cost. */
@NullMarked
package org.deepcausalmmm.experiment.design;

import org.jspecify.annotations.NullMarked;
