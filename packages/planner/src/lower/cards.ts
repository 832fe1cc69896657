import type { ExpandedFleet, FleetHost } from '@yunqian/hw-model';
import type { CardRule } from '@yunqian/scheduler-core';
import { acceleratorDimension, acceleratorModels } from './dimensions.ts';
import type { Entry } from './resolve-entries.ts';

/** A host with more cards of a model has them counted only, not told apart: the core's limit. */
const MOST_CARDS = 31;
const WHOLE = [1000];

/**
 * Accelerators as discrete cards, by model: half a card and half a card are one card only where both halves fit on the same. A workload that asks for more
 * than one takes whole cards; 1.5 are two with three quarters each.
 */
export interface Cards {
  readonly rules: readonly CardRule[];
  on(host: FleetHost): Readonly<Record<string, readonly (readonly number[])[]>> | undefined;
  wanted(entry: Entry): Readonly<Record<string, number>> | undefined;
}

export function createCards(fleet: ExpandedFleet, entries: readonly Entry[]): Cards {
  const models = acceleratorModels(entries).filter((model) =>
    fleet.hosts.every(({ accelerators }) => countOf(accelerators, model) <= MOST_CARDS),
  );
  return {
    rules: models.map((model) => ({
      kind: 'card',
      id: `card:${model}`,
      mode: 'hard',
      cards: model,
      dimensions: [acceleratorDimension(model)],
    })),
    on: ({ accelerators }) =>
      byModel(models, (model) => {
        const count = Math.floor(countOf(accelerators, model) + 1e-6);
        return count > 0 ? new Array<readonly number[]>(count).fill(WHOLE) : undefined;
      }),
    // Who asks for more than any host has is refused by the count.
    wanted: ({ workload }) =>
      byModel(
        models,
        (model) => Math.min(MOST_CARDS, Math.ceil(countOf(workload.accelerators, model) - 1e-6)) || undefined,
      ),
  };
}

function countOf(list: FleetHost['accelerators'], model: string): number {
  return list.reduce((sum, card) => sum + (card.model === model ? card.count : 0), 0);
}

/** What there is of each model; undefined where there is nothing of any. */
function byModel<T>(models: readonly string[], value: (model: string) => T | undefined): Record<string, T> | undefined {
  const found = models.flatMap((model) => {
    const own = value(model);
    return own === undefined ? [] : [[model, own] as const];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
