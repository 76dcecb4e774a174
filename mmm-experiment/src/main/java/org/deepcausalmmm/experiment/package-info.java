/** Geo experiments: their codes. */
@NullMarked
package org.deepcausalmmm.experiment;

import org.jspecify.annotations.NullMarked;
