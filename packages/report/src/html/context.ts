import type { ExpandedFleet } from '@yunqian/hw-model';
import type { Estate, EstateSystem, EstateWorkload, Lang, Plan, Programme, Waves } from '@yunqian/planner';
import type { RunView } from '@yunqian/runbook';
import { type Messages, messagesFor } from '../messages/messages.ts';

export interface ReportInput {
  readonly plan: Plan;
  readonly fleet: ExpandedFleet;
  readonly estate: Estate;
  readonly waves?: Waves;
  readonly programme?: Programme;
  readonly runs?: readonly RunView[];
  readonly lang?: Lang;
  /** Local date-time for the "today" line. */
  readonly today?: string;
}

/** What the sections share: the input with its gaps filled, texts, and look-ups by id. */
export interface ReportContext {
  readonly input: ReportInput;
  readonly lang: Lang;
  readonly messages: Messages;
  readonly runs: readonly RunView[];
  workload(id: string): EstateWorkload | undefined;
  system(id: string): EstateSystem | undefined;
  systemName(id: string): string;
  tenantName(id: string): string;
}

export function createContext(input: ReportInput): ReportContext {
  const lang = input.lang ?? 'en';
  const workloads = new Map<string, EstateWorkload>();
  for (const workload of input.estate.workloads) {
    workloads.set(workload.id, workload);
    if (workload.count > 1)
      for (let replica = 1; replica <= workload.count; replica++) workloads.set(`${workload.id}-${replica}`, workload);
  }
  const systems = new Map(input.estate.systems.map((system) => [system.id, system]));
  const tenants = new Map(input.estate.tenants.map((tenant) => [tenant.id, tenant]));
  const named = (item: { name?: string | undefined; nameZh?: string | undefined } | undefined, id: string) =>
    (lang === 'zh-CN' ? (item?.nameZh ?? item?.name) : (item?.name ?? item?.nameZh)) ?? id;
  return {
    input,
    lang,
    messages: messagesFor(lang),
    runs: input.runs ?? [],
    workload: (id) => workloads.get(id),
    system: (id) => systems.get(id),
    systemName: (id) => named(systems.get(id), id),
    tenantName: (id) => named(tenants.get(id), id),
  };
}
