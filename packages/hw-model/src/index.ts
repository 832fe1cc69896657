export type { Assumption, Finding } from './finding.ts';
export type { ExpandedFleet, FleetHost, FleetRack, FleetStoragePool } from './fleet/expanded.ts';
export { type Fleet, type FleetInput, fleetSchema, type HostRole, type Profile } from './fleet/schema.ts';
