import { type Plan, planPhase, sha256, summarisePhase, writeDocument } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { inputRefs, type Loaded, report } from '../../io/documents.ts';
import { writeFileAtomic } from '../../io/files.ts';
import { progressLine } from '../../io/progress.ts';
import { type ShownPhase, showPhases } from '../../views/phases.ts';
import { loadPhases, plansOption } from './documents.ts';

export const phasesPlan: Command = {
  path: 'phases plan',
  describe: {
    en: 'Plan phases one after another, each from the last with few moves; verify each and play its failures',
    'zh-CN': '依次规划各阶段：在前一阶段基础上以最少迁移规划，逐一校验并推演故障',
  },
  positionals: [{ name: 'phases', required: true, describe: { en: 'Document of phases', 'zh-CN': '阶段文档' } }],
  options: {
    ...plansOption,
    'moves-at-once': {
      type: 'number',
      integer: true,
      min: 1,
      default: 20,
      describe: { en: 'Moves in one step at most', 'zh-CN': '每一步最多同时迁移数' },
    },
    seed: { type: 'number', default: 1, integer: true, min: 0, describe: { en: 'Seed', 'zh-CN': '随机种子' } },
    budget: {
      type: 'number',
      default: 2_000_000,
      integer: true,
      min: 0,
      describe: { en: 'Work units that repair may spend', 'zh-CN': '修复阶段可用的计算单位数' },
    },
  },
  examples: ['phases plan phases.yaml', 'phases plan phases.yaml --plans out --moves-at-once 50'],
  async run(args, context) {
    const loaded = loadPhases(context, arg.string(args, 'phases'), arg.optional(args, 'plans'));
    const progress = progressLine(context);
    const rows: ShownPhase[] = [];
    let before: Loaded<'plan'> | undefined;
    let sound = true;
    for (const [at, { phase, fleet, estate, policy, made }] of loaded.phases.entries()) {
      progress.update(phase.id);
      for (const { path, text } of made) writeFileAtomic(context.io.cwd, path, text);
      const out = loaded.planOf(phase);
      const planned = await planPhase(
        {
          estate: estate.value,
          fleet: fleet.value,
          policy: policy?.value,
          inputs: inputRefs(context, [estate, fleet, policy, before], out),
        },
        {
          from: before?.value,
          maxPerStep: arg.number(args, 'moves-at-once')!,
          seed: arg.number(args, 'seed')!,
          budget: arg.number(args, 'budget')!,
          signal: context.signal,
        },
      );
      progress.done();
      report(context, planned.diagnostics);
      if (planned.plan === undefined) return exitCodes.usage;
      if (planned.plan.status === 'cancelled') return exitCodes.interrupted;
      before = written(out, planned.plan);
      writeFileAtomic(context.io.cwd, out, before.text);
      const failures = planned.outcomes.length;
      const broken = planned.outcomes.filter((outcome) => outcome.broken > 0).length;
      sound &&= planned.verified && broken === 0;
      const summary = summarisePhase(planned.plan, fleet.value, loaded.phases[at - 1]?.fleet.value);
      rows.push({ phase, plan: out, summary, checks: { verified: planned.verified, failures, broken } });
    }
    showPhases(context, rows);
    if (!sound) return exitCodes.violations;
    return rows.some(({ summary }) => summary!.unplaced > 0) ? exitCodes.unplaced : exitCodes.done;
  },
};

function written(path: string, value: Plan): Loaded<'plan'> {
  const text = writeDocument(value, 'json');
  return { path, text, sha256: sha256(new TextEncoder().encode(text)), value };
}
