import { describe, type Waves } from '@yunqian/planner';
import { createRun } from '@yunqian/runbook';
import { closest } from '../../closest.ts';
import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import type { Context } from '../../context.ts';
import { loadWithInputs, report } from '../../io/documents.ts';
import { verifyLoaded } from '../wave/verify.ts';
import { drive, driveOptions } from './drive.ts';
import { actorOf, actorOptions, journalOptions, sayRefusal, withJournal } from './journal.ts';

export const runStart: Command = {
  path: 'run start',
  describe: { en: 'Start driving a wave', 'zh-CN': '开始执行一个波次' },
  positionals: [{ name: 'waves', required: true, describe: { en: 'Wave document', 'zh-CN': '波次文档' } }],
  options: {
    wave: { type: 'string', required: true, describe: { en: 'Wave id', 'zh-CN': '波次标识' } },
    run: {
      type: 'string',
      describe: { en: 'Name of the run; default: the wave id', 'zh-CN': '执行名称；缺省为波次标识' },
    },
    seed: {
      type: 'number',
      default: 1,
      integer: true,
      min: 0,
      describe: { en: 'Seed of the simulation', 'zh-CN': '模拟的随机种子' },
    },
    ...driveOptions,
    ...journalOptions,
    ...actorOptions,
  },
  examples: ['run start waves.json --wave w01 --run pilot'],
  async run(args, context) {
    const loaded = loadWithInputs(context, 'waves', arg.string(args, 'waves'), []);
    if (!verifyLoaded(context, loaded)) return exitCodes.violations;
    const waves = loaded.waves.value;
    const wave = arg.string(args, 'wave');
    const ids = waves.waves.map(({ id }) => id);
    if (!ids.includes(wave)) {
      throw new UsageError(
        context.t({
          en: `no wave ${wave}; did you mean ${closest(wave, ids) ?? ids.slice(0, 5).join(', ')}?`,
          'zh-CN': `没有波次 ${wave}；是否指 ${closest(wave, ids) ?? ids.slice(0, 5).join('、')}？`,
        }),
      );
    }
    if (isBlocked(context, waves, wave)) return exitCodes.violations;
    const run = arg.optional(args, 'run') ?? wave;
    return withJournal(
      args,
      context,
      (store) => {
        const created = createRun(store, {
          run,
          waves,
          wave,
          inputSha256: loaded.waves.sha256,
          seed: arg.number(args, 'seed')!,
          actor: actorOf(args, context),
        });
        if (!created.ok) {
          sayRefusal(context, created);
          return exitCodes.error;
        }
        return drive(store, run, args, context);
      },
      true,
    );
  },
};

/** Blocking findings block: they are mended or waived before a wave starts, not met in it. */
function isBlocked(context: Context, { waves, findings = [] }: Waves, id: string): boolean {
  const own = new Set(waves.find((wave) => wave.id === id)?.groups);
  const blocking = findings.filter(({ group, status }) => status === 'blocking' && own.has(group));
  const [first] = blocking;
  if (first === undefined) return false;
  const count = new Set(blocking.map(({ group }) => group)).size;
  const params = { count, group: first.group, text: describe(first.code, first.params, context.lang).text };
  report(context, [{ code: 'YQ4234', severity: 'error', document: '', pointer: '', line: 0, column: 0, params }]);
  return true;
}
