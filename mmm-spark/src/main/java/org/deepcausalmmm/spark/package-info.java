/**
 * Many fits on Apache Spark: one Spark job for each, so that one that fails takes no other along.
 */
@NullMarked
package org.deepcausalmmm.spark;

import org.jspecify.annotations.NullMarked;
