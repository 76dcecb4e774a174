/** Tests of the structures on simulated exposures whose edges are known. */
@NullMarked
package org.deepcausalmmm.dag;

import org.jspecify.annotations.NullMarked;
