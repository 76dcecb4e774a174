/** Structure components: which channel drives which. */
@NullMarked
package org.deepcausalmmm.dag;

import org.jspecify.annotations.NullMarked;
