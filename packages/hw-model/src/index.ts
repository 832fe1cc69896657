export { type CatalogEntry, catalog, type Figure, findEntry, findFigure } from './catalog/catalog.ts';
export { type EvsType, evsTypes, evsTypesSource, type Flavor, flavors, flavorsSource } from './catalog/flavors.ts';
export type { FigureValue, SourceRef } from './catalog/row.ts';
export { cloudServices, findCloudService, withNeeded } from './cloud-service/catalog.ts';
export { type RoleFootprint, roleFootprint } from './cloud-service/footprint.ts';
export {
  type Amount,
  type Apart,
  apartLevels,
  assumedFigures,
  type Basis,
  type CloudService,
  type RoleBasis,
  type RoleFigure,
  roleFigures,
  type ServiceAppliance,
  type ServiceCategory,
  type ServicePlan,
  type ServiceRole,
  type ServiceText,
  serviceCategories,
} from './cloud-service/service.ts';
export type { Assumption, Finding } from './finding.ts';
export { expandFleet } from './fleet/expand.ts';
export type {
  ExpandedFleet,
  FleetBoundary,
  FleetCloud,
  FleetDevice,
  FleetHost,
  FleetRack,
  FleetReplication,
  FleetRoom,
  FleetSite,
  FleetStorageArray,
  FleetStoragePool,
  NumaCells,
} from './fleet/expanded.ts';
export { type Fleet, type FleetInput, fleetSchema, type HostRole, type Profile } from './fleet/schema.ts';
export { type AddressRange, covers, overlaps, parseCidr } from './formula/cidr.ts';
export { allocatable, type ContainerNode } from './formula/container-node.ts';
export { evsIops } from './formula/evs-iops.ts';
export { managementNodes } from './formula/management-nodes.ts';
export { type HostCpu, sellableVcpus } from './formula/sellable-vcpus.ts';
