/** The discovery of components, and their creation as configured. */
@NullMarked
package org.deepcausalmmm.core.plugin;

import org.jspecify.annotations.NullMarked;
