/** Where many fits run: in this process, in worker processes, or on an engine from elsewhere. */
@NullMarked
package org.deepcausalmmm.cli.engine;

import org.jspecify.annotations.NullMarked;
