import type { Sizes } from '../kernel/layout.gen.ts';
import type { CapacityTerm, Term } from './term.ts';

/** Which soft capacities share a layer: at most one for each dimension, departed workloads counting in all or in none. */
export interface SoftLayer {
  readonly during: boolean;
  /** Positions in the list of soft capacities. */
  readonly terms: readonly number[];
}

export function softLayers(soft: readonly CapacityTerm[]): SoftLayer[] {
  const layers: { during: boolean; terms: number[] }[] = [];
  soft.forEach(({ dimension, when }, at) => {
    const during = when === 'during';
    const open = layers.find(
      (layer) => layer.during === during && layer.terms.every((term) => soft[term]!.dimension !== dimension),
    );
    if (open) open.terms.push(at);
    else layers.push({ during, terms: [at] });
  });
  return layers;
}

type SearchSizes = Pick<Sizes, 'searched' | 'lanes' | 'softLayers' | 'balances' | 'rowWidth'>;

/** Room for the improvement search: none where nothing is soft. */
export function searchSizes(
  terms: readonly Term[],
  soft: readonly CapacityTerm[],
  dimensions: number,
  transientUse: number,
): SearchSizes {
  const searched = terms.some(({ mode }) => mode !== 'hard') ? 1 : 0;
  const lanes = dimensions + (dimensions & 1);
  const layers = softLayers(soft).length;
  const balances = terms.filter(({ term }) => term === 'balance').length;
  return {
    searched,
    lanes,
    softLayers: layers,
    balances,
    rowWidth: lanes * ((transientUse ? 5 : 3) + layers) + balances,
  };
}
