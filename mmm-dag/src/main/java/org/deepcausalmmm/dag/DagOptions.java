package org.deepcausalmmm.dag;

/**
 * The options of the default structure.
 *
 * @param gain by how much the criterion has to fall per edge, beyond its penalty
 * @param minimumWeight the weight that an edge has to exceed
 * @param dependence whether channels without an own input get edges of dependence
 * @param inOrder whether an edge may lead to a later channel only
 */
record DagOptions(double gain, double minimumWeight, boolean dependence, boolean inOrder) {}
