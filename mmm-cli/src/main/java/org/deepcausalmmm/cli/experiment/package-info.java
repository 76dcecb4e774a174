/** The writers of directories about experiments. */
@NullMarked
package org.deepcausalmmm.cli.experiment;

import org.jspecify.annotations.NullMarked;
