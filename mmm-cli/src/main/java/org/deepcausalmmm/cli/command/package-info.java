/** The commands of the command line. */
@NullMarked
package org.deepcausalmmm.cli.command;

import org.jspecify.annotations.NullMarked;
