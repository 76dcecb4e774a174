/**
 * Recovery and ablation studies: the estimates of fits compared with the truth of simulated worlds.
 */
@NullMarked
package org.deepcausalmmm.validation;

import org.jspecify.annotations.NullMarked;
