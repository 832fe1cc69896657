import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createPlan, verifyPlan, withRequests } from '@yunqian/planner';
import type { RequestEventBody } from '../../src/requests/event.ts';
import { openPortal, requestStream } from '../../src/requests/portal.ts';
import { verifyRequests } from '../../src/requests/verify-requests.ts';
import { reservedRequests } from '../../src/requests/view.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.node.ts';
import { type Duty, journalFile, type Point } from './child.ts';
import { type Recount, recount } from './recount.ts';
import { scenarioDocuments } from './scenario.ts';

/** Two clerks at a time, each struck by SIGKILL every few writes and started again, until both have done everything. */
export async function chaos(
  duty: Omit<Duty, 'clerk' | 'strike'>,
  below: (n: number) => number,
  { kills = Number.POSITIVE_INFINITY, writes = 60 }: { kills?: number; writes?: number } = {},
): Promise<{ kills: number; errors: string[] }> {
  const total = { kills: 0, errors: [] as string[] };
  const work = async (clerk: 0 | 1): Promise<void> => {
    while (total.errors.length === 0) {
      const point: Point = below(2) === 0 ? 'beforeAppend' : 'afterAppend';
      const strike = total.kills < kills ? { strike: { point, n: 1 + below(writes) } } : {};
      const { signal, stdout, stderr } = await launch({ ...duty, clerk, ...strike });
      if (signal === 'SIGKILL') total.kills++;
      else if (stdout === 'done') return;
      else total.errors.push(stderr);
    }
  };
  await Promise.all([work(0), work(1)]);
  return total;
}

function launch(duty: Duty): Promise<{ signal: string | null; stdout: string; stderr: string }> {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=source', script, JSON.stringify(duty)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => {
      text[name] += chunk.toString();
    });
  return new Promise((resolve) => {
    child.on('close', (_, signal) => resolve({ signal, ...text }));
  });
}

/** What the journal came to: its own verifier, the recount, and a plan that has to honour every promise. */
export async function judge({ dir, hosts, requests }: Omit<Duty, 'clerk'>): Promise<Recount> {
  const documents = await scenarioDocuments(hosts);
  const found = recount(dir, documents, requests);
  const breaches = [...found.breaches];
  const store = openSqliteStore<RequestEventBody>(journalFile(dir));
  for (const fault of verifyRequests(store.read(requestStream))) breaches.push(`journal: ${JSON.stringify(fault)}`);
  const estate = withRequests(documents.estate, reservedRequests(openPortal(store).view()));
  store.close();
  const { fleet, policy } = documents;
  const { plan, diagnostics } = await createPlan({ estate, fleet, policy: policy!, budget: 100_000 });
  for (const { code, severity, params } of diagnostics)
    if (severity === 'error') breaches.push(`plan: ${code} ${JSON.stringify(params)}`);
  const hostOf = new Map(plan?.placements.map(({ workload, host }) => [workload, host]));
  for (const [workload, host] of found.promised)
    if (hostOf.get(workload) !== host)
      breaches.push(`the plan has ${workload} on ${hostOf.get(workload)}, not ${host}`);
  if (plan !== undefined) {
    const verified = verifyPlan({ plan, estate, fleet, policy: policy! });
    for (const { rule, mode } of verified.violations) if (mode !== 'soft') breaches.push(`the plan breaks ${rule}`);
    for (const { code, severity } of verified.diagnostics) if (severity !== 'info') breaches.push(`verify: ${code}`);
  }
  return { ...found, breaches };
}
