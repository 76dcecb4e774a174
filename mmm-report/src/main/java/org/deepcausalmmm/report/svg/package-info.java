/** The charts of the reports as vector graphics. */
@NullMarked
package org.deepcausalmmm.report.svg;

import org.jspecify.annotations.NullMarked;
