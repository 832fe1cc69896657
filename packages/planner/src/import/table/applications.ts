import type { EstateInput } from '../../estate/schema.ts';
import type { ImportSession } from '../object/session.ts';
import type { Spot } from '../object/spot.ts';

type System = NonNullable<EstateInput['systems']>[number];
type Component = NonNullable<System['components']>[number];

/** An application while the rows that name it are read. */
export interface Application {
  readonly name: string;
  readonly spot: Spot;
  readonly waves: Set<string>;
  readonly components: Component[];
  /** Several values of one label are joined. */
  readonly labels: Map<string, Set<string>>;
}

/** Business applications of an inventory by name, in the order of the files. */
export interface Applications {
  get(name: string, spot: Spot): Application;
  /**
   * Systems; the order of the waves' names (numbers by value) gives their priority, 1 first. An application in several
   * waves has the earliest, with a warning.
   */
  systems(): System[];
}

export function createApplications(session: ImportSession): Applications {
  const applications = new Map<string, Application>();
  return {
    get(name, spot) {
      const known = applications.get(name);
      if (known !== undefined) return known;
      const fresh: Application = { name, spot, waves: new Set(), components: [], labels: new Map() };
      applications.set(name, fresh);
      return fresh;
    },
    systems() {
      const all = [...applications.values()];
      const order = [...new Set(all.flatMap(({ waves }) => [...waves]))].sort(compareNatural);
      return all.map(({ name, spot, waves, components, labels }) => {
        const own = order.filter((wave) => waves.has(wave));
        if (own.length > 1) session.report('warning', 'YQ1436', spot, { name, waves: own.join(', ') });
        const entries = [...labels].map(([key, values]) => [key, [...values].join(', ')] as const);
        const wave = own[0];
        return {
          id: name,
          ...(wave !== undefined && { wavePriority: order.indexOf(wave) + 1 }),
          ...(components.length > 0 && { components }),
          labels: Object.fromEntries(wave === undefined ? entries : [['wave', wave] as const, ...entries]),
        };
      });
    },
  };
}

export function addLabel(application: Application, key: string, value: string): void {
  if (value === '' || key === '__proto__') return;
  const values = application.labels.get(key);
  if (values === undefined) application.labels.set(key, new Set([value]));
  else values.add(value);
}

/** `Wave 2` before `Wave 10`. */
export function compareNatural(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/(\d+)/));
  for (let i = 0; i < Math.min(left!.length, right!.length); i++) {
    const [x, y] = [left![i]!, right![i]!];
    const difference = i % 2 === 1 ? Number(x) - Number(y) : 0;
    if (difference !== 0) return difference;
    if (x !== y) return x < y ? -1 : 1;
  }
  return left!.length - right!.length;
}

/** `CostCenter=123;BU=IT` or `Env:prod, Dept:HR`. */
export function parseTags(cell: string): [key: string, value: string][] {
  return cell
    .split(/[;,]/)
    .map((part): [string, string] => {
      const [, key = '', value = ''] = /^\s*([^=:]+?)\s*[=:]\s*(.*?)\s*$/.exec(part) ?? [];
      return [key, value];
    })
    .filter(([key, value]) => key !== '' && value !== '' && key !== '__proto__');
}
