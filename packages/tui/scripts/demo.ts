/** The screens over a made-up city: `node --conditions=source packages/tui/scripts/demo.ts [en|zh-CN] [speed]`. */
import { openMemoryStore } from '@yunqian/runbook';
import { citySample, sample } from '../../report/test/support/sample.ts';
import { runTui } from '../src/index.ts';

const [lang = 'en', speed = '7200'] = process.argv.slice(2);
const result = await runTui({
  ...sample(citySample),
  wavesSha256: 'demo',
  store: openMemoryStore(),
  actor: process.env.USER ?? 'demo',
  speed: Number(speed),
  lang: lang === 'zh-CN' ? 'zh-CN' : 'en',
});
if (!result.ok) {
  console.error(result.message);
  process.exitCode = 1;
}
