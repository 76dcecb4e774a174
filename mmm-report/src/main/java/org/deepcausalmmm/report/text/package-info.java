/** Numbers and names as people read them. */
@NullMarked
package org.deepcausalmmm.report.text;

import org.jspecify.annotations.NullMarked;
