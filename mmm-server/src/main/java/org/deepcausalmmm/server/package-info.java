/** Is the bundled application. */
@NullMarked
package org.deepcausalmmm.server;

import org.jspecify.annotations.NullMarked;
