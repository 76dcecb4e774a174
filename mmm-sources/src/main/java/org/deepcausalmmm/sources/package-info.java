/** Optional sources of data: workbooks, Parquet files, databases and calendars of holidays. */
@NullMarked
package org.deepcausalmmm.sources;

import org.jspecify.annotations.NullMarked;
