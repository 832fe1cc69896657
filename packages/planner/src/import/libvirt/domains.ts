import type { EstateInput } from '../../estate/schema.ts';
import type { ImportSession } from '../object/session.ts';
import { attribute, childrenNamed, descend, type XmlElement } from '../object/xml-element.ts';
import { readDisks, type VolumeSizes } from './disks.ts';
import { numaBytes, scaledBytes } from './scaled.ts';

type Workload = EstateInput['workloads'][number];

/** Guests run on these as on their own; 32-bit x86 runs on x86_64. */
const archs: Readonly<Record<string, 'x86_64' | 'aarch64'>> = {
  x86_64: 'x86_64',
  i686: 'x86_64',
  i386: 'x86_64',
  aarch64: 'aarch64',
};

/**
 * A domain as a workload, or the reason why it is none. Memory is what the guest may have (`memory`, not the balloon's
 * `currentMemory`); vCPUs are those switched on. Guests of another architecture are kept if they are emulated.
 */
export function readDomain(
  domain: XmlElement,
  id: string,
  sourceHost: string | undefined,
  sizes: VolumeSizes,
  session: ImportSession,
): Workload | string {
  const type = attribute(domain, 'type') ?? '';
  const bytes = scaledBytes(descend(domain, 'memory'), 'KiB', session) ?? numaBytes(domain, session);
  const vcpus = vcpusOf(domain);
  if (bytes === undefined || vcpus === undefined) {
    session.report('error', 'YQ1550', domain.spot, { domain: id });
    return 'vCPUs or memory unknown';
  }
  const osType = descend(domain, 'os', 'type');
  const guest = attribute(osType, 'arch');
  const arch = guest !== undefined && Object.hasOwn(archs, guest) ? archs[guest] : undefined;
  if (guest !== undefined && arch === undefined) {
    const emulated = type === 'qemu' || type === 'test';
    session.report('warning', emulated ? 'YQ1551' : 'YQ1552', osType!.spot, { domain: id, arch: guest });
    if (!emulated) return `architecture ${guest}`;
  }
  const { volumes, unknown } = readDisks(domain, sizes);
  if (unknown > 0) session.report('warning', 'YQ1553', domain.spot, { domain: id, disks: unknown });
  const devices = childrenNamed(descend(domain, 'devices'), 'hostdev').length;
  if (devices > 0) session.report('warning', 'YQ1554', domain.spot, { domain: id, devices });
  for (const field of ['numatune', 'cputune', 'blkiotune', 'memoryBacking', 'maxMemory'])
    if (descend(domain, field) !== undefined) session.ignore(`domain.${field}`);

  const firmware = firmwareOf(domain, arch);
  const os = osOf(domain);
  const networks = networksOf(domain);
  const powerState = powerStateOf(domain);
  return {
    id,
    ...(type === 'lxc' && { kind: 'container' as const }),
    vcpus,
    memMiB: Math.ceil(bytes / 2 ** 20),
    volumes,
    ...(arch !== undefined && { arch }),
    ...(firmware !== undefined && { firmware }),
    ...(os !== undefined && { os }),
    ...(powerState !== undefined && { powerState }),
    ...(sourceHost !== undefined && { sourceHost }),
    ...(networks.length > 0 && { networks }),
    ...(guest !== undefined && arch === undefined && { labels: { 'guest-arch': guest } }),
  };
}

/** `current` of `vcpu`, else the vCPUs that are enabled one by one, else all; one where nothing is said, as in libvirt. */
function vcpusOf(domain: XmlElement): number | undefined {
  const vcpu = descend(domain, 'vcpu');
  if (vcpu === undefined) return 1;
  const enabled = childrenNamed(descend(domain, 'vcpus'), 'vcpu').filter(
    (each) => attribute(each, 'enabled') === 'yes',
  ).length;
  const count = Number(attribute(vcpu, 'current') ?? (enabled > 0 ? enabled : vcpu.text));
  return Number.isInteger(count) && count >= 1 && count <= 10_000 ? count : undefined;
}

/** UEFI where a firmware or a flash loader is named; x86 starts with BIOS otherwise. */
function firmwareOf(domain: XmlElement, arch: string | undefined): 'bios' | 'uefi' | undefined {
  const os = descend(domain, 'os');
  const named = attribute(os, 'firmware');
  if (named === 'efi' || (named === undefined && attribute(os && descend(os, 'loader'), 'type') === 'pflash'))
    return 'uefi';
  if (named === 'bios') return 'bios';
  return arch === 'x86_64' && os && descend(os, 'loader') === undefined && descend(os, 'type')?.text === 'hvm'
    ? 'bios'
    : undefined;
}

/** The libosinfo id, without its scheme: `microsoft.com/win/7`. */
function osOf(domain: XmlElement): string | undefined {
  const id = attribute(descend(domain, 'metadata', 'libosinfo:libosinfo', 'libosinfo:os'), 'id');
  return id?.replace(/^https?:\/\//, '');
}

function networksOf(domain: XmlElement): string[] {
  const names = childrenNamed(descend(domain, 'devices'), 'interface').map((each) => {
    const source = descend(each, 'source');
    return attribute(source, 'network') ?? attribute(source, 'bridge') ?? attribute(source, 'dev');
  });
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** States of the test driver; a running domain has an id, a defined one says nothing. */
const runStates: Readonly<Record<string, 'on' | 'off' | 'suspended'>> = {
  1: 'on',
  2: 'on',
  3: 'suspended',
  4: 'off',
  5: 'off',
  6: 'off',
  7: 'suspended',
};

function powerStateOf(domain: XmlElement): 'on' | 'off' | 'suspended' | undefined {
  const state = descend(domain, 'test:runstate')?.text ?? '';
  if (Object.hasOwn(runStates, state)) return runStates[state];
  return /^\d+$/.test(attribute(domain, 'id') ?? '') ? 'on' : undefined;
}
