/** Health checks of fitted models: one class for each check or small family of checks. */
@NullMarked
package org.deepcausalmmm.core.health;

import org.jspecify.annotations.NullMarked;
