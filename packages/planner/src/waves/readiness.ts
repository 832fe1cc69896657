import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Plan } from '../plan/schema.ts';
import type { AccessDifference } from '../security/access-policy.ts';
import { workloadIds } from './move-groups.ts';
import type { Programme } from './programme-schema.ts';
import type { Activity, ReadinessFinding, Reason, Waves } from './schema.ts';
import { copies, isCopied, type Subject } from './subjects.ts';
import { isLinux, sms } from './tool-limits.ts';

/** Checks of each subject before it moves, those that somebody answers for marked as waived. By subject, then code. */
export function checkReadiness(
  subjects: readonly Subject[],
  plan: Plan,
  programme: Programme,
  activities: readonly Activity[],
  differences: ReadonlyMap<string, AccessDifference>,
): ReadinessFinding[] {
  const unplaced = new Set(plan.unplaced.map(({ workload }) => workload));
  const activityOf = new Map(activities.map((activity) => [activity.group, activity]));
  return subjects.flatMap((subject) => {
    const activity = activityOf.get(subject.group.id);
    const found: ReadinessFinding[] = [];
    const find = (status: 'blocking' | 'warning', code: string, params: Reason['params']): void => {
      const finding = { subject: subject.id, group: subject.group.id, code, params, status };
      found.push(status === 'blocking' ? waived(finding, programme, activity) : finding);
    };
    checkPlace(subject, unplaced, find);
    if (copies(subject.method)) checkTool(subject, find);
    checkService(subject, programme, activity, find);
    checkAccess(subject, differences, find);
    return found;
  });
}

type Find = (status: 'blocking' | 'warning', code: string, params: Reason['params']) => void;

function checkPlace({ workloads }: Subject, unplaced: ReadonlySet<string>, find: Find): void {
  const homeless = workloads.flatMap(workloadIds).filter((id) => unplaced.has(id));
  if (homeless.length > 0) find('blocking', 'YQ4220', { count: homeless.length, workload: homeless[0]! });
}

/** Limits of the copy tools (R13 of the facts: SMS from the vendor's pages, Rainbow from its forum). */
function checkTool({ workloads }: Subject, find: Find): void {
  const copied = workloads.filter(isCopied);
  for (const workload of copied) {
    const { id, volumes, measured } = workload;
    if (volumes.length > sms.disks)
      find('blocking', 'YQ4221', { workload: id, disks: volumes.length, limit: sms.disks });
    const largest = Math.max(0, ...volumes.map(({ sizeGiB }) => sizeGiB));
    if (isLinux(workload) && largest > sms.linuxDiskGiB) {
      find('blocking', 'YQ4222', { workload: id, sizeGiB: largest, limit: sms.linuxDiskGiB });
    }
    const pct = measured?.cpuPct;
    if (pct !== undefined && pct > sms.cpuPct) find('warning', 'YQ4223', { workload: id, pct, limit: sms.cpuPct });
    const disk = volumes.find(({ sharedId }) => sharedId !== undefined)?.sharedId;
    if (disk !== undefined) find('blocking', 'YQ4224', { workload: id, disk });
  }
  const uefi = copied.filter(({ firmware }) => firmware === 'uefi');
  if (uefi.length > 0) find('warning', 'YQ4225', { count: uefi.length, workload: uefi[0]!.id });
  // The estate's architecture is that of the target; the source is x86 unless people say otherwise.
  const arm = copied.filter(({ arch }) => arch === 'aarch64');
  if (arm.length > 0) find('warning', 'YQ4226', { count: arm.length, arch: 'aarch64', workload: arm[0]!.id });
}

function checkService(subject: Subject, programme: Programme, activity: Activity | undefined, find: Find): void {
  const { system, decided, workloads, method, group } = subject;
  if (copies(method)) {
    for (const { id, role } of system?.components ?? []) {
      const nodes = workloads
        .filter(({ component }) => component === id)
        .reduce((sum, workload) => sum + workload.count, 0);
      if (role === 'db' && nodes > 1) find('warning', 'YQ4227', { component: id, nodes });
    }
  }
  const allowed = decided?.downtimeMinutes ?? system?.downtimeMinutes;
  const minutes = activity?.downtimeMinutes?.p80 ?? decided?.cutoverMinutes ?? programme.cutoverMinutes;
  if (allowed !== undefined && allowed < minutes) find('warning', 'YQ4228', { allowed, minutes });
  for (const { from, to, group: other } of group.cuts ?? []) {
    if (belongsTo(from, subject)) find('warning', 'YQ4229', { to, group: other });
  }
}

/** R5, GB/T 22239-2019 8.2.4.2 a): access policies are equal before the cutover. */
function checkAccess(subject: Subject, differences: ReadonlyMap<string, AccessDifference>, find: Find): void {
  const list = (items: readonly string[]) => items.join(', ') || '-';
  for (const [reference, { missing, added }] of differences) {
    if (belongsTo(reference, subject))
      find('blocking', 'YQ1624', { subject: reference, missing: list(missing), added: list(added) });
  }
}

function belongsTo(reference: string, { system, workloads }: Subject): boolean {
  const [kind, name = ''] = [reference.slice(0, reference.indexOf(':')), reference.slice(reference.indexOf(':') + 1)];
  if (kind === 'workload') return workloads.some((workload) => [workload.id, ...workloadIds(workload)].includes(name));
  return system !== undefined && name.split('/')[0] === system.id;
}

/** A waiver holds when the cutover is through by the end of its last day. One that ends before leaves the finding blocking. */
function waived(finding: ReadinessFinding, { waivers }: Programme, activity: Activity | undefined): ReadinessFinding {
  const own = waivers.filter(({ code, subject }) => code === finding.code && subject === finding.subject);
  const waiver = own.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0];
  if (waiver === undefined) return finding;
  const { by, reason, until } = waiver;
  const holds = activity === undefined || activity.cutoverEnd.slice(0, 10) <= until;
  return { ...finding, status: holds ? 'waived' : 'blocking', waiver: { by, reason, until } };
}

/** What the whole programme should know of its readiness. */
export function readinessDiagnostics(waves: Waves, subjects: readonly Subject[], programme: Programme): Diagnostic[] {
  const document = waves.inputs.find(({ kind }) => kind === 'programme')?.path ?? '';
  const diagnostics: Diagnostic[] = [];
  const tell = (code: string, severity: 'warning' | 'info', pointer: string, params: Diagnostic['params']): void => {
    diagnostics.push({ code, severity, document, pointer, line: 0, column: 0, params });
  };
  const { findings = [], activities } = waves;
  programme.waivers.forEach(({ code, subject, by, until }, i) => {
    const finding = findings.find((other) => other.code === code && other.subject === subject && other.waiver);
    const at = activities.find(({ group }) => group === finding?.group)?.cutoverEnd ?? '-';
    if (finding === undefined) tell('YQ4232', 'warning', `/waivers/${i}`, { code, subject, by });
    else if (finding.status === 'blocking')
      tell('YQ4233', 'warning', `/waivers/${i}`, { code, subject, by, until, at });
  });
  const copied = new Map<string, number>();
  for (const { group, workloads, method } of subjects) {
    if (!copies(method)) continue;
    const servers = workloads.filter(isCopied).reduce((sum, { count }) => sum + count, 0);
    copied.set(group.id, (copied.get(group.id) ?? 0) + servers);
  }
  const peak = peakOf(activities, copied);
  if (peak.servers > sms.concurrentTasks)
    tell('YQ4230', 'warning', '/concurrentCopies', { ...peak, limit: sms.concurrentTasks });
  const servers = activities.reduce((sum, { group }) => sum + (copied.get(group) ?? 0), 0);
  if (servers > sms.serversPerAccount) tell('YQ4231', 'warning', '', { servers, limit: sms.serversPerAccount });
  const blocked = findings.filter(({ status }) => status === 'blocking');
  if (blocked.length > 0) {
    const [{ group, subject, code }] = blocked as [ReadinessFinding];
    tell('YQ4234', 'warning', '', {
      count: new Set(blocked.map((f) => f.group)).size,
      group,
      text: `${code} ${subject}`,
    });
  }
  return diagnostics;
}

/** A server has a task from the start of its copy until its cutover is through; ends count before starts. */
function peakOf(activities: readonly Activity[], copied: ReadonlyMap<string, number>): { at: string; servers: number } {
  const changes = activities
    .flatMap(({ group, seedStart, cutoverEnd }) => [
      { at: seedStart, servers: copied.get(group) ?? 0 },
      { at: cutoverEnd, servers: -(copied.get(group) ?? 0) },
    ])
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.servers - b.servers));
  let servers = 0;
  let peak = { at: '', servers: 0 };
  for (const change of changes) {
    servers += change.servers;
    if (servers > peak.servers) peak = { at: change.at, servers };
  }
  return peak;
}
