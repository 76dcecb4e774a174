/** Reads and checks data: from a CSV file to a panel of regions and weeks, units kept. */
@NullMarked
package org.deepcausalmmm.data;

import org.jspecify.annotations.NullMarked;
