import type { Command } from './command.ts';
import { catalogList } from './commands/catalog/list.ts';
import { catalogShow } from './commands/catalog/show.ts';
import { doctor } from './commands/doctor.ts';
import { estateCheck } from './commands/estate/check.ts';
import { estateImport } from './commands/estate/import.ts';
import { estateShow } from './commands/estate/show.ts';
import { fleetCheck } from './commands/fleet/check.ts';
import { fleetShow } from './commands/fleet/show.ts';
import { init } from './commands/init.ts';
import { planCreate } from './commands/plan/create.ts';
import { planDiff } from './commands/plan/diff.ts';
import { planExplain } from './commands/plan/explain.ts';
// import { planExport } from './commands/plan/export.ts';
import { planShow } from './commands/plan/show.ts';
import { planVerify } from './commands/plan/verify.ts';
import { reportHtmlCommand } from './commands/report/html.ts';
import { runList } from './commands/run/list.ts';
import { runCancel, runPause } from './commands/run/pause.ts';
import { runResume } from './commands/run/resume.ts';
import { runShow } from './commands/run/show.ts';
import { runStart } from './commands/run/start.ts';
import { runVerify } from './commands/run/verify.ts';
import { schemaExplainCommand } from './commands/schema/explain.ts';
import { schemaPrint } from './commands/schema/print.ts';
import { stepApprove } from './commands/step/approve.ts';
import { stepReject, stepRetry, stepRollback } from './commands/step/decide.ts';
import { tui } from './commands/tui.ts';
import { waveCreate } from './commands/wave/create.ts';
import { waveShow } from './commands/wave/show.ts';
import { waveVerify } from './commands/wave/verify.ts';

/** Every command, in the order of help. */
export const commands: readonly Command[] = [
  init,
  catalogList,
  catalogShow,
  estateImport,
  estateCheck,
  estateShow,
  fleetCheck,
  fleetShow,
  planCreate,
  planShow,
  planDiff,
  planVerify,
  planExplain,
  // planExport,
  waveCreate,
  waveShow,
  waveVerify,
  runStart,
  runShow,
  runList,
  runPause,
  runResume,
  runCancel,
  runVerify,
  stepApprove,
  stepReject,
  stepRetry,
  stepRollback,
  reportHtmlCommand,
  tui,
  schemaPrint,
  schemaExplainCommand,
  doctor,
];
