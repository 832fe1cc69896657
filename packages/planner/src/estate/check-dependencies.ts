import { createSuggester } from '../document/suggest.ts';
import type { Find } from './find.ts';
import type { Estate } from './schema.ts';

/** Both ends of a dependency are `system:ID`, `component:SYSTEM/ID` or `workload:ID`, and exist; a peer is the fleet's matter. */
export function checkDependencies(estate: Estate, find: Find): void {
  const known = {
    system: new Set(estate.systems.map(({ id }) => id)),
    component: new Set(estate.systems.flatMap((system) => system.components.map(({ id }) => `${system.id}/${id}`))),
    workload: new Set(estate.workloads.map(({ id }) => id)),
  };
  const suggest = createSuggester();
  estate.dependencies.forEach((dependency, i) => {
    for (const end of ['from', 'to'] as const) {
      const reference = dependency[end];
      if (/^peer:./.test(reference)) continue;
      const pointer = `/dependencies/${i}/${end}`;
      const match = /^(system|component|workload):(.+)$/s.exec(reference);
      if (match === null) {
        find('YQ1114', 'error', pointer, { reference });
        continue;
      }
      const kind = match[1] as keyof typeof known;
      const id = match[2]!;
      if (known[kind].has(id)) continue;
      const near = suggest(id, [...known[kind]]);
      if (near === undefined) find('YQ1103', 'error', pointer, { field: kind, id });
      else find('YQ1104', 'error', pointer, { field: kind, id, near });
    }
    if (dependency.from === dependency.to)
      find('YQ1117', 'warning', `/dependencies/${i}`, { reference: dependency.from });
  });
}
