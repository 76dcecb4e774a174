/** The media part of the model: built from components, whose parameters it owns. */
@NullMarked
package org.deepcausalmmm.core.model;

import org.jspecify.annotations.NullMarked;
