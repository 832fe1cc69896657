import type { EstateInput } from '../../estate/schema.ts';
import type { Importer, ImportFile, ImportResult } from '../importer.ts';
import { headOf } from '../object/head.ts';
import { readData } from '../object/read-data.ts';
import { createSession, type ImportSession } from '../object/session.ts';
import { uniqueRuleIds } from '../object/unique-rule-ids.ts';
import { createFlavors } from './flavors.ts';
import { readHypervisors } from './hosts.ts';
import { groupRules } from './server-groups.ts';
import { readServers, type Server } from './servers.ts';
import { collectTables } from './tables.ts';
import { createVolumes } from './volumes.ts';

type Rule = NonNullable<EstateInput['rules']>[number];

const apiAnswer = /^\s*\{\s*"(servers?|flavors?|hypervisors?|server_groups?|volumes?)"\s*:/;
const clientList = /^\s*\[\s*\{[\s\S]*?"(Hypervisor Hostname|Flavor|Flavor Name|VCPUs|Attached to|Polic(y|ies))"\s*:/;

/**
 * OpenStack as its API answers (any microversion) or as `openstack ... list -f json` prints it: servers become virtual
 * machines, hypervisors source hosts, server groups and scheduler hints rules, a project a tenant with one system.
 */
export const openstack: Importer = {
  format: 'openstack',
  detect: (files) => files.some((file) => apiAnswer.test(headOf(file)) || clientList.test(headOf(file))),
  read: async (files) => readOpenstack(files),
};

function readOpenstack(files: readonly ImportFile[]): ImportResult {
  const session = createSession('openstack');
  const tables = collectTables(
    files.flatMap((file) => readData(file, session)),
    session,
  );
  const flavors = createFlavors(tables.flavors, session);
  const volumes = createVolumes(tables.volumes, session);
  const { hosts, hostOfServer } = readHypervisors(tables.hypervisors, session);
  const servers = readServers(tables.servers, { flavors, volumes, hostOfServer }, session);
  flavors.settle();
  volumes.settle();
  if (servers.some(({ workload }) => workload.volumes?.some(({ id }) => id === 'root'))) {
    session.assume(
      'servers',
      'volumes',
      'root',
      'root, ephemeral and swap disks of a flavor are counted as volumes, since the target has no other disks',
    );
  }
  const ids = new Set(servers.map(({ id }) => id));
  const rules = [
    ...groupRules(tables.server_groups, ids, groupMembers(servers), session),
    ...hintRules(servers, ids, session),
  ];
  const projects = [...new Set(servers.flatMap(({ project }) => project ?? []))];
  return session.result({
    tenants: projects.map((id) => ({ id })),
    systems: projects.map((id) => ({ id, tenant: id })),
    workloads: servers.map(({ workload }) => workload),
    sourceHosts: hosts,
    rules: uniqueRuleIds(rules),
  });
}

/** Membership that servers state: `server_groups` since API 2.71, the hint `group` since 2.100. */
function groupMembers(servers: readonly Server[]): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { id, row } of servers) {
    for (const group of [...row.get('server_groups').textList(), ...hintsOf(row, 'group')])
      members.set(group, [...(members.get(group) ?? []), id]);
  }
  return members;
}

/** `same_host` and `different_host` hints name other servers; those that the input lacks are reported. */
function hintRules(servers: readonly Server[], ids: ReadonlySet<string>, session: ImportSession): Rule[] {
  return servers.flatMap(({ id, row }) => {
    const others = (hint: string): string[] => {
      const named = hintsOf(row, hint);
      const known = named.filter((other) => ids.has(other) && other !== id);
      if (known.length < named.length)
        session.report('warning', 'YQ1538', row.get('scheduler_hints').spot(), {
          server: id,
          hint,
          missing: named.length - known.length,
        });
      return known;
    };
    const same = others('same_host');
    const different = others('different_host');
    return [
      ...(same.length > 0
        ? [
            {
              rule: 'colocate' as const,
              id: `${id}:same-host`,
              select: { workloads: [id, ...same] },
              per: 'all' as const,
            },
          ]
        : []),
      ...(different.length > 0
        ? [
            {
              rule: 'conflict' as const,
              id: `${id}:different-host`,
              a: { workloads: [id] },
              b: { workloads: different },
            },
          ]
        : []),
    ];
  });
}

function hintsOf(row: Server['row'], hint: string): string[] {
  const cursor = row.get('scheduler_hints', hint).exists
    ? row.get('scheduler_hints', hint)
    : row.get('Scheduler Hints', hint);
  return cursor.isList ? cursor.textList() : cursor.exists ? [cursor.text() ?? ''] : [];
}
