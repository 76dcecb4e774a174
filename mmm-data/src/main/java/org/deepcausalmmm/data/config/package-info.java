/** The configuration of a fit, its reader and its writer. */
@NullMarked
package org.deepcausalmmm.data.config;

import org.jspecify.annotations.NullMarked;
