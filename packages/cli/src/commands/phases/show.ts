import { summarisePhase } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadDocuments } from '../../io/documents.ts';
import { exists } from '../../io/files.ts';
import { type ShownPhase, showPhases } from '../../views/phases.ts';
import { loadPhases, plansOption } from './documents.ts';

export const phasesShow: Command = {
  path: 'phases show',
  describe: {
    en: 'Phases in figures: hosts and their bound, moves, what is bought in between',
    'zh-CN': '各阶段概况：主机数及其下界、迁移量、阶段间的采购',
  },
  positionals: [{ name: 'phases', required: true, describe: { en: 'Document of phases', 'zh-CN': '阶段文档' } }],
  options: { ...plansOption },
  examples: ['phases show phases.yaml'],
  async run(args, context) {
    const { phases, planOf } = loadPhases(context, arg.string(args, 'phases'), arg.optional(args, 'plans'));
    const rows = phases.map(({ phase, fleet }, at): ShownPhase => {
      const path = planOf(phase);
      if (!exists(context.io.cwd, path)) return { phase };
      const plan = loadDocuments(context, [path], ['plan']).plan!.value;
      return { phase, plan: path, summary: summarisePhase(plan, fleet.value, phases[at - 1]?.fleet.value) };
    });
    showPhases(context, rows);
    if (rows.some(({ summary }) => summary === undefined))
      context.say({
        en: `Not planned yet: ${rows.flatMap(({ phase, plan }) => (plan ? [] : phase.id)).join(', ')}. Next: yunqian phases plan ${arg.string(args, 'phases')}`,
        'zh-CN': `尚未规划：${rows.flatMap(({ phase, plan }) => (plan ? [] : phase.id)).join('、')}。下一步：yunqian phases plan ${arg.string(args, 'phases')}`,
      });
    return exitCodes.done;
  },
};
