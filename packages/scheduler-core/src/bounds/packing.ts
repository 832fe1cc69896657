/** Demand vectors with their multiplicity, and capacities of hosts: rows of `dimensions` numbers. */
export interface Packing {
  readonly dimensions: number;
  readonly demands: Int32Array;
  readonly counts: Int32Array;
  readonly capacities: Int32Array;
}
