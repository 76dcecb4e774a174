/** The fit of a model to a panel: structure, media, baseline, posterior. */
@NullMarked
package org.deepcausalmmm.core.fit;

import org.jspecify.annotations.NullMarked;
