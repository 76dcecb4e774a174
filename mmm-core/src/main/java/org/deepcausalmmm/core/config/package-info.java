/** Holds and reads the configuration of a fit. */
@NullMarked
package org.deepcausalmmm.core.config;

import org.jspecify.annotations.NullMarked;
