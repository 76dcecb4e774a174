/** Many independent fits: what is asked, what comes back, and where they run. */
@NullMarked
package org.deepcausalmmm.core.executor;

import org.jspecify.annotations.NullMarked;
