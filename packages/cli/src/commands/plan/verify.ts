import { expandFleet } from '@yunqian/hw-model';
import { ruleClauses, verifyPlan, verifyReserve } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import { loadWithInputs, report } from '../../io/documents.ts';
import { show } from '../../views/output.ts';

/** Breaches shown in full; the count tells of the others. */
const maxShown = 20;

export const planVerify: Command = {
  path: 'plan verify',
  describe: {
    en: 'Check a plan against the documents it was made from, independently of the solver',
    'zh-CN': '独立于求解器，对照输入文档校验规划',
  },
  positionals: [
    { name: 'plan', required: true, describe: { en: 'Plan document', 'zh-CN': '规划文档' } },
    {
      name: 'documents',
      variadic: true,
      describe: {
        en: 'Inputs, where they are not where the plan says',
        'zh-CN': '输入文档（当其位置与规划记录不同时）',
      },
    },
  ],
  async run(args, context) {
    const { plan, estate, fleet, policy } = loadWithInputs(
      context,
      'plan',
      arg.string(args, 'plan'),
      arg.list(args, 'documents'),
    );
    const documents = {
      plan: plan.value,
      estate: estate!.value,
      fleet: expandFleet(fleet!.value),
      ...(policy === undefined ? {} : { policy: policy.value }),
    };
    const verified = verifyPlan({
      ...documents,
      hashes: Object.fromEntries(
        [estate, fleet, policy]
          .filter((document) => document !== undefined)
          .map((document) => [document.value.kind, document.sha256]),
      ),
    });
    const { violations } = verified;
    const sound = verified.diagnostics.every(({ severity }) => severity !== 'error');
    const diagnostics = [...verified.diagnostics, ...(sound ? await verifyReserve(documents) : [])];
    report(context, diagnostics);
    const hard = violations.filter(({ mode }) => mode !== 'soft').length;
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const ok = hard === 0 && errors === 0;
    const broken = violations.filter(({ mode }) => mode !== 'soft').slice(0, maxShown);
    show(context, {
      data: { ok, hardViolations: hard, softViolations: violations.length - hard, errors, violations },
      after: [
        ...broken.map(
          ({ rule, amount, host, domain, group, workloads }) =>
            `${rule}: ${amount} @ ${host ?? domain ?? group ?? ''} ${workloads.slice(0, 3).join(' ')}`,
        ),
        ...ruleClauses(
          broken.map(({ rule }) => rule),
          context.lang,
          plan.value.rules,
        ),
        context.t({
          en: `${plan.path}: ${ok ? 'verified' : 'NOT valid'}: ${hard} violations, ${violations.length - hard} soft goals not met, ${errors} errors`,
          'zh-CN': `${plan.path}：${ok ? '校验通过' : '校验不通过'}：违规 ${hard} 项，未达成的软目标 ${violations.length - hard} 项，错误 ${errors} 项`,
        }),
      ],
    });
    return ok ? exitCodes.done : exitCodes.violations;
  },
};
