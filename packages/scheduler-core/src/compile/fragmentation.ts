import { termKinds } from '../kernel/term-kinds.gen.ts';
import type { Model } from './compile.ts';
import { gapWaste } from './gap-waste.ts';
import { CONFIG_WORDS, TERM_WORDS } from './records.ts';
import type { CardTerm } from './term.ts';
import { createVectorIndex } from './vector-index.ts';

const UNLIMITED = 2147483647;

/**
 * The model with what assembly/online/fragmentation.ts needs: the typical asks, each pool of hosts with those that it may take, and the table of
 * scores. The first card rule of the problem is the stock that is kept usable; without one, hosts are cards of their own.
 * `typical`: workloads whose mix is expected; default all.
 */
export function withFragmentation(model: Model, typical?: ArrayLike<number>): Model {
  const { context, sizes, shapes } = model;
  const { problem } = context;
  const { dimensions, workloads } = sizes;
  const card = model.terms.find((term): term is CardTerm => term.term === 'card');
  const width = card ? card.asks[0]!.part.length : dimensions;
  // A dimension that no hard rule limits is no stock.
  const { limit } = model.capacities;
  const cards = card
    ? card.cards.flat()
    : problem.hosts.map((_, host) => limit.subarray(host * width, (host + 1) * width));
  const scale = Float64Array.from({ length: width }, (_, d) => {
    const sum = cards.reduce((total, own) => total + own[d]!, 0);
    return sum > 0 && cards.every((own) => own[d]! < UNLIMITED) ? cards.length / sum / width : 0;
  });

  const askAt = new Int32Array(workloads).fill(-1);
  if (card) for (let at = 0; at < card.members.length; at++) askAt[card.members[at]!] = at;
  const askOf = (w: number): readonly number[] => {
    if (card) return [card.asks[askAt[w]!]!.count, ...card.asks[askAt[w]!]!.part];
    const from = shapes.shapeOf[w]! * dimensions;
    return [1, ...shapes.demands.subarray(from, from + dimensions)];
  };

  const kinds = createVectorIndex(width + 1);
  const onlineClasses = createVectorIndex(2);
  const kindOf = Int32Array.from({ length: workloads }, (_, w) => (card && askAt[w]! < 0 ? -1 : kinds.add(askOf(w))));
  const onlineClassOf = Int32Array.from({ length: workloads }, (_, w) =>
    onlineClasses.add([model.classOf[w]!, kindOf[w]!]),
  );
  const rows = typicalRows(model, typical, kindOf);
  // Gaps are weighed where cards have one dimension: of several, none alone says what fits.
  const gaps = card && width === 1 ? gapWaste(partsOf(card, askAt, typical), Math.max(...card.cards.flat(2))) : null;

  return {
    ...model,
    sizes: {
      ...sizes,
      online: 1,
      askKinds: kinds.count,
      gapSteps: gaps?.waste.length ?? 0,
      stockWidth: width,
      typicals: rows.entries.length,
      onlineClasses: onlineClasses.count,
    },
    write(columns, addressOf) {
      model.write(columns, addressOf);
      columns.stockScale.set(scale);
      columns.typicalStart.set(rows.start);
      columns.offWeight.set(rows.off);
      rows.entries.forEach(({ shape, kind, weight }, at) => {
        columns.typicalKind[at] = kind;
        columns.typicalWeight[at] = weight;
        for (let d = 0; d < dimensions; d++) {
          const demand = shapes.demands[shape * dimensions + d]!;
          columns.typicalInverse[at * dimensions + d] = demand > 0 ? 1 / demand : 0;
        }
      });
      columns.kindAsk.set(kinds.rows.subarray(0, kinds.count * (width + 1)));
      for (let kind = 0; kind < kinds.count; kind++) {
        const [count = 0, ...part] = kinds.rows.subarray(kind * (width + 1), (kind + 1) * (width + 1));
        columns.kindSize[kind] = part.reduce((sum, value, d) => sum + count * value * scale[d]!, 0);
      }
      columns.onlineClassOf.set(onlineClassOf);
      if (gaps) {
        columns.gapScale[0] = gaps.scale;
        columns.gapWaste.set(gaps.waste.map((units) => units * scale[0]!));
      }
      if (card)
        columns.stockTerm[0] = findRecord(
          columns,
          termKinds.card,
          addressOf('configRecords'),
          addressOf('termRecords'),
        );
    },
  };
}

/** How often typical workloads ask for each part of a card. */
function partsOf(
  { asks }: CardTerm,
  askAt: Int32Array,
  typical: ArrayLike<number> = askAt.map((_, w) => w),
): Map<number, number> {
  const parts = new Map<number, number>();
  for (let at = 0; at < typical.length; at++) {
    const ask = asks[askAt[typical[at]!]!];
    if (ask) parts.set(ask.part[0]!, (parts.get(ask.part[0]!) ?? 0) + ask.count);
  }
  return parts;
}

/** Typical asks by pool, equal ones together; `off`: the weight of those that have no host there. */
function typicalRows(model: Model, asked: ArrayLike<number> | undefined, kindOf: Int32Array) {
  const { eligibility, classOf, classShape, poolOf } = model;
  const { hosts, pools, workloads } = model.sizes;
  const counts = new Map<string, { shape: number; kind: number; row: number; count: number }>();
  let total = 0;
  const count = asked?.length ?? workloads;
  for (let at = 0; at < count; at++) {
    const w = asked ? asked[at]! : at;
    if (kindOf[w]! < 0) continue;
    total++;
    const entry = { shape: classShape[classOf[w]!]!, kind: kindOf[w]!, row: eligibility.classOf[w]!, count: 1 };
    const key = `${entry.shape}:${entry.kind}:${entry.row}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, entry);
  }
  const allowed = new Set<number>();
  for (let host = 0; host < hosts; host++) {
    for (let row = 0; row < eligibility.count; row++) {
      if ((eligibility.bits[row * eligibility.words + (host >> 5)]! >>> (host & 31)) & 1)
        allowed.add(row * pools + poolOf[host]!);
    }
  }
  const start = new Int32Array(pools + 1);
  const off = new Float64Array(pools);
  const entries: { shape: number; kind: number; weight: number }[] = [];
  for (let pool = 0; pool < pools; pool++) {
    const own = new Map<string, { shape: number; kind: number; weight: number }>();
    for (const { shape, kind, row, count } of counts.values()) {
      const weight = count / total;
      if (!allowed.has(row * pools + pool)) {
        off[pool]! += weight;
        continue;
      }
      const key = `${shape}:${kind}`;
      const known = own.get(key);
      if (known) known.weight += weight;
      else own.set(key, { shape, kind, weight });
    }
    entries.push(...own.values());
    start[pool + 1] = entries.length;
  }
  return { start, off, entries };
}

/** Address of the first term record of a kind. */
function findRecord(
  { configRecords, termRecords }: { configRecords: Int32Array; termRecords: Int32Array },
  kind: number,
  configs: number,
  terms: number,
): number {
  for (let word = 0; word < termRecords.length; word += TERM_WORDS) {
    const config = (termRecords[word]! - configs) / 4;
    if (config % CONFIG_WORDS === 0 && configRecords[config] === kind) return terms + word * 4;
  }
  return 0;
}
