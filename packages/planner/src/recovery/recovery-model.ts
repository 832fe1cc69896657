import type { Assumption } from '@yunqian/hw-model';
import type { Recovery, RecoveryClass, RecoveryMethod, RecoveryPair } from './schema.ts';

/** Classes that need not be written. RPO 0 and RTO 30 minutes are those of the vendor's synchronous service (SDRS). */
const builtinClasses: readonly RecoveryClass[] = [
  { id: 'none', method: 'none' },
  { id: 'backup', method: 'backup', rpoMinutes: 1500, rtoMinutes: 1440, intervalMinutes: 1440 },
  { id: 'async', method: 'async', rpoMinutes: 30, rtoMinutes: 240, intervalMinutes: 15 },
  { id: 'activeActive', method: 'activeActive', rpoMinutes: 0, rtoMinutes: 30 },
];

/** Minutes between copies where a class does not say. */
const defaultInterval: Readonly<Record<RecoveryMethod, number>> = { none: 0, activeActive: 0, async: 15, backup: 1440 };

const restartDefaults = { detectMinutes: 3, switchMinutes: 10, parallel: 20, minutesEach: 3, restoreMbps: 10_000 };
const defaultChangePct = 5;

/** A place where the data of a workload is besides its own, and how old it may be. */
export interface Copy {
  readonly site: string;
  readonly pair: string;
  readonly method: Exclude<RecoveryMethod, 'none'>;
  readonly intervalMinutes: number;
}

export interface RecoveryModel {
  readonly recovery: Recovery;
  readonly restart: Readonly<Record<keyof typeof restartDefaults, number>>;
  readonly changePctPerDay: number;
  /** Defaults that were needed. */
  readonly assumptions: readonly Assumption[];
  readonly classIds: readonly string[];
  /** Class of a system by what it names; `none` where it names none. Undefined: no such class. */
  classOf(dr: string | undefined): RecoveryClass | undefined;
  /** Copies of what runs at a site, the nearest first; none where the site is in no pair of the method. */
  copiesOf(recoveryClass: RecoveryClass, site: string): readonly Copy[];
}

export function createRecoveryModel(recovery: Recovery): RecoveryModel {
  const classes = new Map([...builtinClasses, ...recovery.classes].map((one) => [one.id, one]));
  const assumptions: Assumption[] = [];
  const assume = (field: string, value: number, reason: string) => {
    assumptions.push({ subject: 'recovery', field, value, reason });
    return value;
  };
  const restart = Object.fromEntries(
    Object.entries(restartDefaults).map(([field, value]) => [
      field,
      recovery.restart[field as keyof typeof restartDefaults] ??
        assume(`restart.${field}`, value, 'the policy does not say how fast things come back'),
    ]),
  ) as RecoveryModel['restart'];
  const changePctPerDay =
    recovery.changePctPerDay ??
    assume('changePctPerDay', defaultChangePct, 'share of used volume written in a day, where nothing was measured');

  const otherSite = ({ sites: [a, b] }: RecoveryPair, site: string) => (a === site ? b : a);
  /** `taken`: a site that has a copy already. */
  const across = (method: RecoveryMethod, site: string, taken: string | undefined) =>
    recovery.pairs.find(
      (pair) =>
        pair.method === method &&
        (pair.sites[0] === site || (pair.sites[1] === site && !pair.oneWay)) &&
        otherSite(pair, site) !== taken,
    );
  const copyBy = (
    method: RecoveryMethod,
    site: string,
    intervalMinutes: number | undefined,
    taken?: string,
  ): Copy[] => {
    const pair = across(method, site, taken);
    if (method === 'none' || pair === undefined) return [];
    const other = otherSite(pair, site);
    const interval = method === 'activeActive' ? 0 : (intervalMinutes ?? defaultInterval[method]);
    return [{ site: other, pair: pair.id, method, intervalMinutes: interval }];
  };
  return {
    recovery,
    restart,
    changePctPerDay,
    assumptions,
    classIds: [...classes.keys()],
    classOf: (dr = 'none') => classes.get(dr),
    copiesOf: ({ method, intervalMinutes, remote }, site) => {
      const near = copyBy(method, site, intervalMinutes);
      const far = remote === undefined ? [] : copyBy(remote.method, site, remote.intervalMinutes, near[0]?.site);
      return [...near, ...far];
    },
  };
}
