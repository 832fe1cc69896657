import { verifyWaves } from '@yunqian/planner';
import { arg, type Command, exitCodes } from '../../command.ts';
import type { Context } from '../../context.ts';
import { inputRefs, type Loaded, type LoadedDocuments, loadWithInputs, report } from '../../io/documents.ts';
import { show } from '../../views/output.ts';

export const waveVerify: Command = {
  path: 'wave verify',
  describe: {
    en: 'Check waves against the documents they were made from, independently of the scheduler',
    'zh-CN': '独立于排期器，对照输入文档校验波次',
  },
  positionals: [
    { name: 'waves', required: true, describe: { en: 'Wave document', 'zh-CN': '波次文档' } },
    {
      name: 'documents',
      variadic: true,
      describe: {
        en: 'Inputs, where they are not where the document says',
        'zh-CN': '输入文档（当其位置与记录不同时）',
      },
    },
  ],
  async run(args, context) {
    const loaded = loadWithInputs(context, 'waves', arg.string(args, 'waves'), arg.list(args, 'documents'));
    const ok = verifyLoaded(context, loaded);
    show(context, {
      data: { ok },
      after: [
        context.t({
          en: `${loaded.waves.path}: ${ok ? 'verified' : 'NOT valid'}`,
          'zh-CN': `${loaded.waves.path}：${ok ? '校验通过' : '校验不通过'}`,
        }),
      ],
    });
    return ok ? exitCodes.done : exitCodes.violations;
  },
};

/** Prints what the verifier found; true when nothing of it is an error. */
export function verifyLoaded(context: Context, loaded: LoadedDocuments & { readonly waves: Loaded<'waves'> }): boolean {
  const { waves, plan, estate, programme } = loaded;
  const diagnostics = verifyWaves({
    waves: waves.value,
    plan: plan!.value,
    estate: estate!.value,
    programme: programme!.value,
    inputs: inputRefs(context, [plan, estate, programme], waves.path),
  });
  report(context, diagnostics);
  return !diagnostics.some(({ severity }) => severity === 'error');
}
