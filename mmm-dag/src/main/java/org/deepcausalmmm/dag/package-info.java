/**
 * Structures: which channel drives which, learned from exposures and own input.
 *
 * <p>{@link org.deepcausalmmm.dag.DagStructure} is the default, {@link
 * org.deepcausalmmm.dag.NotearsStructure} the differentiable alternative and {@link
 * org.deepcausalmmm.dag.IndependentStructure} knows of no edges.
 */
@NullMarked
package org.deepcausalmmm.dag;

import org.jspecify.annotations.NullMarked;
