import { type ExpandedFleet, expandFleet } from '@yunqian/hw-model';
import {
  eachFailure,
  type Failure,
  type FailureOutcome,
  failureTopologies,
  findFailures,
  whatIfFail,
} from '@yunqian/planner';
import { closest } from '../../closest.ts';
import { arg, type Command, type ExitCode, exitCodes, UsageError } from '../../command.ts';
import type { Context } from '../../context.ts';
import { cpuSeconds } from '../../io/cpu-time.ts';
import { loadWithInputs, report } from '../../io/documents.ts';
import { progressLine } from '../../io/progress.ts';
import { showFailure, showSweep } from '../../views/failures.ts';

const topologies = [...failureTopologies, 'declared'] as const;

export const whatifFail: Command = {
  path: 'whatif fail',
  describe: {
    en: 'What restarts where, what is lost, and which promises are kept when something fails',
    'zh-CN': '发生故障时：哪些在何处重启、丢失什么、RPO 与 RTO 是否达成',
  },
  positionals: [
    { name: 'plan', required: true, describe: { en: 'Plan document', 'zh-CN': '规划文档' } },
    {
      name: 'what',
      variadic: true,
      describe: {
        en: 'What fails together: hosts, racks, rooms, sites, clouds, storage pools or arrays, links, boundaries, or single devices (`tor:RACK`, `spine:ROOM`, `boundaryDevice:BOUNDARY`); a short name will do',
        'zh-CN':
          '同时失效的主机、机柜、机房、站点、云、存储池或阵列、链路、边界，或单台网络设备（`tor:机柜`、`spine:机房`、`boundaryDevice:边界`）；可用简称',
      },
    },
  ],
  options: {
    all: {
      type: 'string',
      choices: topologies,
      describe: {
        en: 'Instead: each one of a level in turn; `declared`: the failure set of the policy',
        'zh-CN': '改为逐一推演某层级的每一个；`declared` 为策略声明的故障集',
      },
    },
  },
  examples: [
    'whatif fail plan.json city/meilin',
    'whatif fail plan.json tor:rack-01',
    'whatif fail plan.json --all host',
    'whatif fail plan.json --all declared',
  ],
  async run(args, context) {
    const { plan, estate, fleet, policy } = loadWithInputs(context, 'plan', arg.string(args, 'plan'), []);
    const expanded = expandFleet(fleet!.value);
    const names = arg.list(args, 'what');
    const all = arg.optional(args, 'all') as (typeof topologies)[number] | undefined;
    if (names.length > 0 === (all !== undefined))
      throw new UsageError(
        context.t({
          en: 'name what fails, or give --all LEVEL',
          'zh-CN': '请给出失效对象，或使用 --all 指定层级',
        }),
        'whatif fail',
      );
    const documents = {
      plan: plan.value,
      estate: estate!.value,
      fleet: expanded,
      ...(policy === undefined ? {} : { policy: policy.value }),
    };
    const progress = progressLine(context);
    progress.update(context.t({ en: 'simulating', 'zh-CN': '推演中' }));
    const started = cpuSeconds();
    if (all !== undefined) {
      const failures = all === 'declared' ? undefined : eachFailure(expanded, all);
      const result = await whatIfFail({ ...documents, ...(failures && { failures }) });
      progress.done();
      showSweep(context, result, cpuSeconds() - started);
      report(
        context,
        result.outcomes.flatMap(({ network }) => network),
      );
      return exitFor(result.outcomes);
    }
    const { failure, links } = named(context, expanded, names);
    const result = await whatIfFail({ ...documents, failures: [failure], withoutLinks: new Set(links) });
    progress.done();
    showFailure(context, result, links);
    report(context, [...result.copies, ...result.outcomes.flatMap(({ network }) => network)]);
    return result.copies.length > 0 ? exitCodes.violations : exitFor(result.outcomes);
  },
};

/** Broken promises are violations; so a script can ask whether a plan stands a failure. */
function exitFor(outcomes: readonly FailureOutcome[]): ExitCode {
  return outcomes.some(({ broken }) => broken > 0) ? exitCodes.violations : exitCodes.done;
}

/** One failure of everything named; domains must be of one level, links may come with them. */
function named(
  context: Context,
  fleet: ExpandedFleet,
  names: readonly string[],
): { failure: Failure; links: string[] } {
  const links: string[] = [];
  const failures = names.flatMap((name) => {
    const found = findFailures(fleet, name);
    links.push(...found.links);
    if (found.failures.length > 1) {
      const ids = found.failures.map(({ ids: [id] }) => id).join(', ');
      throw new UsageError(
        context.t({ en: `${name} may be any of ${ids}: name it in full`, 'zh-CN': `${name} 可能指 ${ids}：请写全` }),
      );
    }
    if (found.failures.length === 0 && found.links.length === 0) throw new UsageError(unknown(context, fleet, name));
    return found.failures;
  });
  const [first] = failures;
  if (failures.some(({ topology }) => topology !== first?.topology))
    throw new UsageError(
      context.t({ en: 'what fails together must be of one level', 'zh-CN': '同时失效的对象须属于同一层级' }),
    );
  if (first === undefined) return { failure: { topology: 'link', ids: links }, links };
  return { failure: { topology: first.topology, ids: failures.flatMap(({ ids }) => ids) }, links };
}

function unknown(context: Context, fleet: ExpandedFleet, name: string): string {
  const known = [
    ...fleet.sites,
    ...fleet.rooms,
    ...fleet.racks,
    ...fleet.hosts,
    ...fleet.links,
    ...fleet.storagePools,
    ...fleet.storageArrays,
    ...fleet.boundaries,
  ].map(({ id }) => id);
  const near = closest(name, known);
  return context.t({
    en: `the fleet has no ${name}${near === undefined ? '' : `; did you mean ${near}?`}`,
    'zh-CN': `fleet 中没有 ${name}${near === undefined ? '' : `；是否指 ${near}？`}`,
  });
}
