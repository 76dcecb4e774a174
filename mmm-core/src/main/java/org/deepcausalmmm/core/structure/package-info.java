/** The structure that needs no plugin. */
@NullMarked
package org.deepcausalmmm.core.structure;

import org.jspecify.annotations.NullMarked;
