import type { GroupState, OperatorEnd, RunEventBody, RunState, StepKind, StepState } from '@yunqian/runbook';
import type { BindingId, Scope } from '../keys/ids.ts';
import type { LaneId } from '../state/board.ts';
import type { PlanList, ScreenId } from '../state/state.ts';

type Fill<Parameters extends readonly string[]> = (...values: Parameters) => string;

/** Every text of the screens. Both languages have all of it: the compiler sees to that. */
export interface Texts {
  readonly lang: 'en' | 'zh-CN';
  readonly product: string;
  readonly screens: Readonly<Record<ScreenId, string>>;
  readonly tooSmall: Fill<[cols: string, rows: string]>;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly storage: Fill<[type: string]>;
  readonly pools: string;
  readonly noTerminal: string;

  readonly allSites: string;
  readonly site: string;
  readonly rack: string;
  readonly host: string;
  readonly hosts: Fill<[used: string, total: string]>;
  readonly workloadsCount: Fill<[count: string]>;
  readonly heatHead: string;
  readonly heatLegend: string;
  readonly closed: string;
  readonly notCompute: Fill<[role: string]>;
  readonly empty: string;
  readonly facts: Readonly<
    Record<
      | 'zone'
      | 'pool'
      | 'profile'
      | 'units'
      | 'power'
      | 'uplink'
      | 'mlps'
      | 'system'
      | 'wayBack'
      | 'component'
      | 'demand'
      | 'volumes'
      | 'host'
      | 'rule'
      | 'mode'
      | 'amount'
      | 'place'
      | 'workloads'
      | 'seed'
      | 'cutover'
      | 'systems'
      | 'data'
      | 'link'
      | 'after'
      | 'run'
      | 'operator'
      | 'window'
      | 'groups',
      string
    >
  >;

  readonly placedOf: Fill<[placed: string, total: string]>;
  readonly notPlaced: Fill<[count: string]>;
  readonly hardBroken: Fill<[count: string]>;
  readonly softBroken: Fill<[count: string]>;
  readonly planLists: Readonly<Record<PlanList, string>>;
  readonly nothingUnplaced: string;
  readonly noViolations: string;
  readonly nothingMatches: string;
  readonly noWorkloads: string;
  readonly unplacedWord: string;
  readonly placedWord: string;
  readonly omittedWord: string;
  readonly verdicts: Readonly<Record<'contended' | 'unresolvable', string>>;
  readonly why: Fill<[hosts: string]>;
  readonly shortOf: Fill<[dimension: string]>;
  readonly stoppedBy: Fill<[rule: string]>;
  readonly elsewhere: Fill<[feasible: string, hosts: string]>;
  readonly nearest: Fill<[host: string]>;
  readonly missing: Fill<[what: string]>;
  readonly modes: Readonly<Record<string, string>>;

  readonly noWaves: string;
  readonly waveHead: Readonly<Record<'name' | 'dates' | 'groups' | 'workloads' | 'data' | 'run', string>>;
  readonly pilot: string;
  readonly lanes: Readonly<Record<LaneId, string>>;
  readonly groupStates: Readonly<Record<GroupState, string>>;
  readonly stepKinds: Readonly<Record<StepKind, string>>;
  readonly compensation: Fill<[kind: string]>;
  readonly stepStates: Readonly<Record<StepState, string>>;
  readonly runStates: Readonly<Record<RunState, string>>;
  readonly notStarted: string;
  readonly notDriven: string;
  readonly steps: Fill<[done: string, total: string]>;
  readonly awaiting: Fill<[count: string]>;
  readonly failedSteps: Fill<[count: string]>;
  readonly runningSteps: Fill<[count: string]>;
  readonly attempt: Fill<[number: string]>;
  readonly waitsFor: Fill<[steps: string]>;
  readonly decidedBy: Fill<[who: string]>;
  readonly rollbackBy: Fill<[who: string, reason: string]>;
  readonly journal: string;
  readonly journalEmpty: string;
  readonly events: Readonly<Record<Exclude<RunEventBody['type'], 'run.created' | 'operator.took'>, string>> & {
    readonly 'run.created': Fill<[steps: string]>;
    readonly 'operator.took': Fill<[epoch: string]>;
  };

  readonly help: string;
  readonly helpClose: string;
  readonly scopes: Readonly<Record<Scope, string>>;
  readonly keys: Readonly<Record<BindingId, string>>;
  readonly blocked: Readonly<
    Record<
      | 'nothingToOpen'
      | 'noWave'
      | 'noRun'
      | 'driving'
      | 'nothingAwaits'
      | 'noneAwaits'
      | 'nothingFailed'
      | 'noGroup'
      | 'completed',
      string
    >
  >;
  readonly confirm: {
    readonly start: Fill<[wave: string]>;
    readonly goOn: Fill<[run: string]>;
    readonly takeOver: Fill<[operator: string]>;
    readonly approve: Fill<[count: string, what: string]>;
    readonly pause: Fill<[run: string]>;
    readonly resume: Fill<[run: string]>;
    readonly retry: Fill<[step: string]>;
    readonly yesNo: string;
  };
  readonly ask: {
    readonly rollback: Fill<[group: string]>;
    readonly reject: Fill<[step: string]>;
    readonly cancel: Fill<[run: string, expected: string]>;
    readonly submit: string;
    readonly blank: string;
    readonly mismatch: Fill<[expected: string]>;
  };
  readonly done: Readonly<
    Record<'start' | 'approve' | 'reject' | 'retry' | 'pause' | 'resume' | 'cancel' | 'rollback', string>
  >;
  readonly ended: Readonly<Record<OperatorEnd, Fill<[run: string]>>> & {
    readonly error: Fill<[run: string, error: string]>;
  };
  /** Of the generated page. */
  readonly page: Readonly<Record<'title' | 'intro' | 'key' | 'action', string>>;
  readonly keyNames: Readonly<Record<string, string>>;
}
