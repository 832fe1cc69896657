/** Counts a journal of requests again from its rows, knowing neither the reducer nor the rules of the portal. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { PortalDocuments } from '@yunqian/planner';
import type { RequestEventBody } from '../../src/requests/event.ts';
import { journalFile, receiptsFile } from './child.ts';
import { scenarioRequest } from './scenario.ts';

export interface Recount {
  readonly breaches: readonly string[];
  readonly events: number;
  /** How many requests ended in each way. */
  readonly ends: Readonly<Record<string, number>>;
  /** Promised hosts at the end, by replica. */
  readonly promised: ReadonlyMap<string, string>;
  /** Most vCPUs in use at once, of those there are. */
  readonly peak: number;
  readonly vcpus: number;
}

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly body: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export function recount(dir: string, { estate, fleet, plan }: PortalDocuments, requests: number): Recount {
  const db = new DatabaseSync(journalFile(dir), { readOnly: true });
  const rows = db.prepare('SELECT * FROM journal ORDER BY seq').all() as unknown as Row[];
  db.close();
  const breaches: string[] = [];
  const room = new Map(fleet.hosts.map(({ id, vcpus, memMiB }) => [id, { vcpus, memMiB }]));
  const vcpus = fleet.hosts.reduce((sum, host) => sum + host.vcpus, 0);
  const take = (host: string, what: { vcpus: number; memMiB: number }, sign: 1 | -1) => {
    const left = room.get(host);
    if (left === undefined) return void breaches.push(`there is no host ${host}`);
    left.vcpus -= sign * what.vcpus;
    left.memMiB -= sign * what.memMiB;
    if (left.vcpus < 0 || left.memMiB < 0) breaches.push(`${host} is promised beyond what it has`);
  };
  const old = new Map(estate.workloads.map((workload) => [workload.id, workload]));
  for (const { workload, host } of plan.placements) take(host, old.get(workload)!, 1);

  const state = new Map<string, string>();
  const held = new Map<string, { host: string; vcpus: number; memMiB: number }>();
  let previous = '0'.repeat(64);
  let peak = 0;
  rows.forEach(({ seq, at, actor, body: text, previous_hash: previousHash, hash }, i) => {
    const body = JSON.parse(text) as RequestEventBody;
    const fact = `{"actor":${JSON.stringify(actor)},"at":${JSON.stringify(at)},"body":${text},"previousHash":"${previousHash}","seq":${seq}}`;
    if (seq !== i + 1 || previousHash !== previous || hash !== createHash('sha256').update(fact).digest('hex'))
      breaches.push(`event ${seq} does not follow from the one before`);
    previous = hash;
    const was = state.get(body.request);
    const next = body.type === 'request.approved' ? (body.reservation ? 'approved' : 'pending') : body.type.slice(8);
    const allowed =
      next === 'submitted' ? was === undefined : next === 'released' ? was === 'approved' : was === 'pending';
    if (!allowed) breaches.push(`event ${seq}: ${body.request} was ${was} and became ${next}`);
    state.set(body.request, next === 'submitted' ? 'pending' : next);
    const replicas = scenarioRequest(Number(body.request.slice(4))).workloads.flatMap((workload) =>
      Array.from({ length: workload.count }, (_, r) => ({
        entry: workload.id,
        id: workload.count === 1 ? workload.id : `${workload.id}-${r + 1}`,
        vcpus: workload.vcpus,
        memMiB: workload.memMiB,
      })),
    );
    if (body.type === 'request.released')
      for (const { id } of replicas) {
        const was = held.get(id);
        if (was === undefined) breaches.push(`${id} is released and was not held`);
        else take(was.host, was, -1);
        held.delete(id);
      }
    if (body.type !== 'request.approved' || body.reservation === undefined) return;
    if (body.reservation.length !== replicas.length) breaches.push(`${body.request} is not reserved whole`);
    const hostOf = new Map(body.reservation.map(({ workload, host }) => [workload, host]));
    for (const { id, entry, ...size } of replicas) {
      const host = hostOf.get(id);
      if (host === undefined) breaches.push(`${id} has no place`);
      else if (held.has(id)) breaches.push(`${id} is held twice`);
      else {
        take(host, size, 1);
        held.set(id, { host, ...size });
      }
      const others = replicas.filter((other) => other.entry === entry && hostOf.get(other.id) === host);
      if (others.length > 1) breaches.push(`replicas of ${entry} share ${host}`);
    }
    peak = Math.max(peak, vcpus - [...room.values()].reduce((sum, left) => sum + left.vcpus, 0));
  });

  const hashes = new Set(rows.map(({ hash }) => hash));
  for (const receipt of readFileSync(receiptsFile(dir), 'utf8').trim().split('\n'))
    if (!hashes.has(receipt)) breaches.push(`a written event was lost: ${receipt}`);
  const ends: Record<string, number> = {};
  for (let n = 0; n < requests; n++) {
    const end = state.get(`req-${n}`) ?? 'lost';
    if (end === 'lost' || end === 'pending') breaches.push(`req-${n} is ${end}`);
    ends[end] = (ends[end] ?? 0) + 1;
  }
  const promised = new Map([...held].map(([id, { host }]) => [id, host]));
  return { breaches, events: rows.length, ends, promised, peak, vcpus };
}
