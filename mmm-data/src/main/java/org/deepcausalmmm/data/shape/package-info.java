/** The shape of a panel: long tables made wide, regions aligned, days added up to weeks. */
@NullMarked
package org.deepcausalmmm.data.shape;

import org.jspecify.annotations.NullMarked;
