/** Convergence diagnostics of Markov chains, after Vehtari et al. (2021) and Betancourt (2016). */
@NullMarked
package org.deepcausalmmm.core.diagnostics;

import org.jspecify.annotations.NullMarked;
