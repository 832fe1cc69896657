import { commitsOf, type Suite } from './suite.ts';

/** Placed by a dot product under the same reading of the rules, and by our sessions with `--policy bestFit`. */
const DOT_PRODUCT: Readonly<Record<string, number>> = { c1: 4946, c2: 4936, c3: 4924 };
const BEST_FIT: Readonly<Record<string, number>> = { c1: 4895, c2: 4850, c3: 4915 };

export const topoVm: Suite = {
  name: 'topo-vm',
  data: 'huawei-topo-vm',
  commands: (dir) => Object.keys(DOT_PRODUCT).map((sequence) => ['topo-vm', '--dir', dir, '--sequence', sequence]),
  table: (lines) => ({
    title: 'Topology-aware VMs (Huawei Cloud)',
    text: 'Requests in their order, each placed once or never; the reading of the rules is stated in `src/topo-vm.ts`.',
    head: ['sequence', 'placed', 'of', 'dot product', 'best fit', 'before the first failure', 'hosts', 'commit'],
    rows: lines.map((line) => [
      line.sequence!,
      line.placed!,
      line.of!,
      DOT_PRODUCT[line.sequence!] ?? '-',
      BEST_FIT[line.sequence!] ?? '-',
      line.placedBeforeFirstFailure!,
      line.hostsUsed!,
      commitsOf([line]),
    ]),
  }),
};
