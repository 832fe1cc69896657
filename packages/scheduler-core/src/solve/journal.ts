import type { Kernel } from '../kernel/kernel.ts';
import type { CardChoices } from './card-choices.ts';

/**
 * Changes that can be taken back exactly: not only the placement, but the order of hosts in the kernel's lists too, so that
 * what is decided afterwards does not depend on what was tried. Recorded only while somebody may undo it.
 */
export interface Journal {
  place(workload: number, host: number): void;
  take(workload: number): void;
  setClosed(host: number, value: number): void;
  /** Forgets what nobody can undo any more: at the start of every call from outside. */
  begin(): void;
  /** Undoes everything since the mark. */
  mark(): number;
  undo(mark: number): void;
  /** Keeps what follows until the returned function undoes it. */
  open(): () => void;
}

interface Entry {
  readonly change: 'place' | 'take' | 'close';
  readonly workload: number;
  readonly host: number;
  readonly value: number;
  /** (index, host, the host before it) of every list that the change touches. */
  readonly neighbours: readonly (readonly [number, number, number])[];
  /** Words of the workload in each of `cards`: the host that it was on last, and its cards there. */
  readonly cards: readonly (readonly [number, number])[];
}

export function createJournal(kernel: Kernel, cards: readonly CardChoices[]): Journal {
  const { hostOf, initialOf, closed, cellOf } = kernel.columns;
  const hosts = closed.length;
  const indexes = cellOf.length / hosts;
  const entries: Entry[] = [];
  let depth = 0;

  /** A host behind another touched one is put back after it. */
  const neighboursOf = (...touched: readonly number[]) =>
    touched
      .flatMap((host) =>
        Array.from({ length: indexes }, (_, index) => [index, host, kernel.previousOf(index, host)] as const),
      )
      .sort((a, b) => Number(touched.includes(a[2])) - Number(touched.includes(b[2])));
  const log = (change: Entry['change'], workload: number, host: number, value = 0) => {
    const initial = workload < 0 ? -1 : initialOf[workload]!;
    const touched = initial >= 0 && initial !== host ? [host, initial] : [host];
    entries.push({
      change,
      workload,
      host,
      value,
      neighbours: neighboursOf(...touched),
      cards: workload < 0 ? [] : cards.map(({ words }) => [words[workload * 2]!, words[workload * 2 + 1]!] as const),
    });
  };

  const journal: Journal = {
    place(workload, host) {
      log('place', workload, host);
      kernel.place(workload, host);
    },
    take(workload) {
      log('take', workload, hostOf[workload]!);
      kernel.take(workload);
    },
    setClosed(host, value) {
      log('close', -1, host, closed[host]!);
      kernel.setClosed(host, value);
    },
    begin() {
      if (depth === 0) entries.length = 0;
    },
    mark: () => entries.length,
    undo(mark) {
      while (entries.length > mark) {
        const { change, workload, host, value, neighbours, cards: before } = entries.pop()!;
        if (change === 'place') kernel.take(workload);
        else if (change === 'take') kernel.place(workload, host);
        else kernel.setClosed(host, value);
        before.forEach((pair, at) => {
          cards[at]!.words.set(pair, workload * 2);
        });
        for (const [index, touched, previous] of neighbours) kernel.relinkBehind(index, touched, previous);
      }
    },
    open() {
      depth++;
      const mark = entries.length;
      return () => {
        journal.undo(mark);
        depth--;
      };
    },
  };
  return journal;
}
