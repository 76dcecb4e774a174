/** Holds and reads the configuration of a fit. */
@NullMarked
package org.deepcausalmmm.data.config;

import org.jspecify.annotations.NullMarked;
