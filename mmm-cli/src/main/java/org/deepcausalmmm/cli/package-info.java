/** The bundled application. */
@NullMarked
package org.deepcausalmmm.cli;

import org.jspecify.annotations.NullMarked;
