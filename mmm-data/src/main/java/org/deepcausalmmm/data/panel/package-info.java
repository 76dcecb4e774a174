/** Panels of regions and weeks, assembled from tables or arrays. */
@NullMarked
package org.deepcausalmmm.data.panel;

import org.jspecify.annotations.NullMarked;
