/**
 * The database and the data directory: records of what is stored and the queries that read and
 * write them.
 */
@NullMarked
package org.deepcausalmmm.server.store;

import org.jspecify.annotations.NullMarked;
