import { count, defineColumns, flag, number, required, size, text } from '../table/columns.ts';
import { findHeader, requiredMissing } from '../table/find-header.ts';
import type { Grid } from '../table/grid.ts';

const vm = required(text('VM', 'VM Name'));
/** What joins the tabs; older versions and anonymised exports lack some or all. */
const identity = {
  vm,
  vmId: text('VM ID', 'Object ID'),
  vmUuid: text('VM UUID'),
  server: text('VI SDK UUID', 'VI SDK Server'),
};

export const tabs = {
  vInfo: defineColumns({
    ...identity,
    cpus: required(count('CPUs', '# CPUs', 'vCPUs')),
    mem: required(size('Memory')),
    powerState: text('Powerstate'),
    template: flag('Template'),
    placeholder: flag('SRM Placeholder'),
    connectionState: text('Connection state'),
    dnsName: text('DNS Name'),
    disks: count('Disks', '# Disks'),
    totalDisk: size('Total disk capacity'),
    provisioned: size('Provisioned'),
    inUse: size('In Use'),
    ip: text('Primary IP Address'),
    network1: text('Network #1'),
    network2: text('Network #2'),
    network3: text('Network #3'),
    network4: text('Network #4'),
    network5: text('Network #5'),
    network6: text('Network #6'),
    network7: text('Network #7'),
    network8: text('Network #8'),
    resourcePool: text('Resource pool'),
    folder: text('Folder'),
    vApp: text('vApp'),
    rules: text('Cluster rule(s)'),
    ruleNames: text('Cluster rule name(s)'),
    firmware: text('Firmware'),
    datacenter: text('Datacenter'),
    cluster: text('Cluster'),
    host: text('Host'),
    osConfigured: text('OS according to the configuration file', 'OS'),
    osRunning: text('OS according to the VMware Tools'),
  }),
  vCPU: defineColumns({ ...identity, overallMhz: number('Overall'), maxMhz: number('Max') }),
  vMemory: defineColumns({ ...identity, mem: size('Size'), active: size('Active') }),
  vDisk: defineColumns({
    ...identity,
    disk: text('Disk', 'Label'),
    key: text('Disk Key'),
    capacity: required(size('Capacity')),
    raw: flag('Raw'),
    sharingMode: text('Sharing mode'),
    sharedBus: text('Shared Bus'),
    datacenter: text('Datacenter'),
    path: text('Path', 'Disk Path'),
    diskPath: text('Disk Path'),
    lun: text('Raw LUN ID'),
  }),
  vPartition: defineColumns({ ...identity, key: text('Disk Key'), consumed: required(size('Consumed')) }),
  vNetwork: defineColumns({
    ...identity,
    network: text('Network'),
    ipv4: text('IPv4 Address', 'IP Address'),
    ipv6: text('IPv6 Address'),
  }),
  vHost: defineColumns({
    host: required(text('Host')),
    datacenter: text('Datacenter'),
    cluster: text('Cluster'),
    maintenance: flag('in Maintenance Mode'),
    faultDomain: text('vSAN Fault Domain Name'),
    cpuModel: text('CPU Model'),
    threadsActive: flag('HT Active'),
    cores: count('# Cores'),
    mem: size('# Memory'),
    version: text('ESX Version'),
    vendor: text('Vendor'),
    model: text('Model'),
  }),
} as const;

export type Tab = keyof typeof tabs;
const tabNames = Object.keys(tabs) as Tab[];

/** Tabs of RVTools 4.7 that an estate has no place for. */
const otherTabs = [
  'vCD',
  'vUSB',
  'vSnapshot',
  'vTools',
  'vSource',
  'vRP',
  'vCluster',
  'vHBA',
  'vNIC',
  'vSwitch',
  'vPort',
  'dvSwitch',
  'dvPort',
  'vSC_VMK',
  'vDatastore',
  'vMultiPath',
  'vLicense',
  'vFileInfo',
  'vHealth',
  'vMetaData',
  'vFloppy',
];

/** Which tab a table is: by its name (`vInfo`, `RVTools_tabvInfo`, `export-2026_vInfo`), else, for a renamed csv file, by vInfo's columns. */
export function tabOf(grid: Grid): Tab | 'other' | undefined {
  const name = grid.name.trim();
  const tails = [name, name.replace(/^.*tab/i, ''), name.replace(/^.*[^a-z]/i, '')].map((tail) => tail.toLowerCase());
  const tab = tabNames.find((known) => tails.includes(known.toLowerCase()));
  if (tab !== undefined) return tab;
  if (otherTabs.some((known) => tails.includes(known.toLowerCase()))) return 'other';
  const header = findHeader(grid, tabs.vInfo);
  return requiredMissing(header, tabs.vInfo).length === 0 && header.columns.has('powerState') ? 'vInfo' : undefined;
}
