/** The reading of an experiment: lift, interval, placebos and checks. */
@NullMarked
package org.deepcausalmmm.experiment.reading;

import org.jspecify.annotations.NullMarked;
