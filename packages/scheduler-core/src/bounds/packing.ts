/** Demand vectors and capacities of hosts with their multiplicity: rows of `dimensions` numbers. */
export interface Packing {
  readonly dimensions: number;
  readonly demands: Int32Array;
  readonly counts: Int32Array;
  readonly capacities: Int32Array;
  readonly hostCounts: Int32Array;
}
