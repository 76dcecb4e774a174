/** The content of directories about experiments, read from their files. */
@NullMarked
package org.deepcausalmmm.report.experiment;

import org.jspecify.annotations.NullMarked;
