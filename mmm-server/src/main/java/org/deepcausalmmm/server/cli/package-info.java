/** Holds the commands of the command line. */
@NullMarked
package org.deepcausalmmm.server.cli;

import org.jspecify.annotations.NullMarked;
