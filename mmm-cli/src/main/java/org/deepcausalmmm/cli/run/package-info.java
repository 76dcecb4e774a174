/** The writers of run directories and their publication. */
@NullMarked
package org.deepcausalmmm.cli.run;

import org.jspecify.annotations.NullMarked;
