package org.deepcausalmmm.spark;

import java.io.Serializable;

/**
 * The progress of a fit, on its way from an executor to the driver.
 *
 * @param id the key under which the driver knows its listener
 * @param line a line of the workers' protocol
 */
record ProgressMessage(String id, String line) implements Serializable {}
