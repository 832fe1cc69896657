import { arg, type Command, exitCodes } from '../../command.ts';
import { loadDocuments } from '../../io/documents.ts';
import { showWave, showWaves } from '../../views/waves.ts';

export const waveShow: Command = {
  path: 'wave show',
  describe: { en: 'Show the waves, or one of them with its groups', 'zh-CN': '显示全部波次，或某个波次及其迁移组' },
  positionals: [
    { name: 'waves', required: true, describe: { en: 'Wave document', 'zh-CN': '波次文档' } },
    { name: 'wave', describe: { en: 'Wave id', 'zh-CN': '波次标识' } },
  ],
  async run(args, context) {
    const waves = loadDocuments(context, [arg.string(args, 'waves')], ['waves']).waves!;
    const wave = arg.optional(args, 'wave');
    if (wave === undefined) showWaves(context, waves.value, waves.path);
    else showWave(context, waves.value, wave);
    return exitCodes.done;
  },
};
