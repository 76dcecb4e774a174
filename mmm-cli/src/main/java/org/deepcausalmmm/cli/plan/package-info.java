/** The writers and the comparison of plans. */
@NullMarked
package org.deepcausalmmm.cli.plan;

import org.jspecify.annotations.NullMarked;
