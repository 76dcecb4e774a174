/** Discovers components and creates them as the configuration says. */
@NullMarked
package org.deepcausalmmm.core.plugin;

import org.jspecify.annotations.NullMarked;
