/** Builds the media part of the model from components, and owns their parameters. */
@NullMarked
package org.deepcausalmmm.core.model;

import org.jspecify.annotations.NullMarked;
