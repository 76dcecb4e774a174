/** Sources of data: a file, its configuration and the roles of its columns, ready for a panel. */
@NullMarked
package org.deepcausalmmm.data.source;

import org.jspecify.annotations.NullMarked;
