import type { Programme } from './programme-schema.ts';

/** A word that says what happens, or why it is not understood. */
export type Supposed = { readonly programme: Programme } | { readonly wrong: string };

/**
 * A programme as it would be if something happened: `link:ID=0.5` (its bandwidth times that), `team:ID:away:FROM..TO`,
 * `teams=N`, `window:N` (the n-th window is lost), `freeze:FROM..TO`, `deadline:DATE`.
 */
export function suppose(programme: Programme, word: string): Supposed {
  const match = patterns
    .map(({ form, apply }) => ({ found: form.exec(word), apply }))
    .find(({ found }) => found !== null);
  const changed = match === undefined ? undefined : match.apply(programme, match.found!.slice(1));
  return changed === undefined ? { wrong: word } : { programme: changed };
}

const date = String.raw`(\d{4}-\d{2}-\d{2})`;
const dates = `${date}\\.\\.${date}`;

const patterns: readonly {
  readonly form: RegExp;
  readonly apply: (programme: Programme, parts: readonly string[]) => Programme | undefined;
}[] = [
  {
    form: /^link:([^=]+)=(\d*\.?\d+)$/,
    apply: (programme, [id, factor]) => {
      const links = programme.links.map((link) =>
        link.id === id ? { ...link, bandwidthMbps: link.bandwidthMbps * Number(factor) } : link,
      );
      const isKnown = programme.links.some((link) => link.id === id);
      if (Number(factor) > 0) return isKnown ? { ...programme, links } : undefined;
      const rest = links.filter((link) => link.id !== id);
      return isKnown && rest.length > 0 ? { ...programme, links: rest } : undefined;
    },
  },
  {
    form: new RegExp(`^team:([^:]+):away:${dates}$`),
    apply: (programme, [id, from, to]) => {
      const { teams } = programme;
      if (typeof teams === 'number' || from! > to! || !teams.some((team) => team.id === id)) return undefined;
      const away = { from: from!, to: to! };
      return {
        ...programme,
        teams: teams.map((team) => (team.id === id ? { ...team, away: [...team.away, away] } : team)),
      };
    },
  },
  {
    form: /^teams=([1-9]\d*)$/,
    apply: (programme, [count]) =>
      typeof programme.teams === 'number' ? { ...programme, teams: Number(count) } : undefined,
  },
  {
    form: /^window:([1-9]\d*)$/,
    apply: (programme, [turn]) =>
      Number(turn) > programme.windows.length || programme.windows.length === 1
        ? undefined
        : { ...programme, windows: programme.windows.toSpliced(Number(turn) - 1, 1) },
  },
  {
    form: new RegExp(`^freeze:${dates}$`),
    apply: (programme, [from, to]) =>
      from! > to!
        ? undefined
        : { ...programme, freezes: [...programme.freezes, { from: from!, to: to!, reason: 'what if' }] },
  },
  {
    form: new RegExp(`^deadline:${date}$`),
    apply: (programme, [deadline]) => (deadline! < programme.start ? undefined : { ...programme, deadline: deadline! }),
  },
];
