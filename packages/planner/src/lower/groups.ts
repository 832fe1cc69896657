import type { Group } from '@yunqian/scheduler-core';
import type { Select } from '../policy/schema.ts';
import type { Entry } from './resolve-entries.ts';
import { groupKey, matches, type Per } from './select.ts';

/** A group of the problem with the number of its members. */
export interface NamedGroup {
  readonly id: string;
  readonly members: Int32Array;
}

export interface Selection {
  readonly groups: readonly NamedGroup[];
  /** Workloads (replicas) that the selection takes, in groups or not. */
  readonly selected: number;
  /** Selected workloads that have no owner of the kind that `per` names. */
  readonly ownerless: number;
}

export interface Groups {
  /** The groups of a selection; `rule` names them where no earlier rule made the same ones. */
  select(rule: string, select: Select, per: Per): Selection;
  /** The replicas of some entries as one group. */
  group(id: string, entries: readonly Entry[]): NamedGroup;
  /** Takes groups into the problem; their ids. */
  use(groups: readonly NamedGroup[]): string[];
  /** Every group taken, in the order of taking. */
  used(): readonly Group[];
}

/** Makes the groups of a problem; selections that are written alike share theirs. */
export function createGroups(entries: readonly Entry[]): Groups {
  const known = new Map<string, Selection>();
  const used = new Set<NamedGroup>();
  const ids = new Set<string>();

  function group(wanted: string, members: readonly Entry[]): NamedGroup {
    let id = wanted;
    // Ids of rules and systems may themselves hold a '/'.
    for (let i = 2; ids.has(id); i++) id = `${wanted}#${i}`;
    ids.add(id);
    return { id, members: indices(members) };
  }

  function build(rule: string, select: Select, per: Per): Selection {
    const taken = new Map<string, Entry[]>();
    let selected = 0;
    let ownerless = 0;
    for (const entry of entries) {
      if (!matches(select, entry)) continue;
      selected += entry.count;
      const key = groupKey(per, entry);
      if (key === null) {
        ownerless += entry.count;
        continue;
      }
      const list = taken.get(key);
      if (list === undefined) taken.set(key, [entry]);
      else list.push(entry);
    }
    const groups = [...taken].map(([key, list]) => group(per === 'all' ? rule : `${rule}/${key}`, list));
    return { groups, selected, ownerless };
  }

  return {
    select(rule, select, per) {
      const key = JSON.stringify([per, Object.entries(select).sort(([a], [b]) => (a < b ? -1 : 1))]);
      const selection = known.get(key) ?? build(rule, select, per);
      known.set(key, selection);
      return selection;
    },
    group,
    use(groups) {
      for (const each of groups) used.add(each);
      return groups.map(({ id }) => id);
    },
    used: () => [...used],
  };
}

/** Replicas of the entries, ascending: entries stand in problem order. */
function indices(entries: readonly Entry[]): Int32Array {
  const members = new Int32Array(entries.reduce((sum, { count }) => sum + count, 0));
  let at = 0;
  for (const { first, count } of entries) for (let i = 0; i < count; i++) members[at++] = first + i;
  return members;
}
