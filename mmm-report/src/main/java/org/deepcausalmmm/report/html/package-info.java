/** The HTML reports of runs and plans. */
@NullMarked
package org.deepcausalmmm.report.html;

import org.jspecify.annotations.NullMarked;
