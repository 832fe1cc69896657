import type { Command } from './command.ts';
import type { Text } from './text.ts';

/** The first word of a command line; its commands are loaded when it is used, so that help and version come at once. */
export interface Group {
  readonly name: string;
  readonly describe: Text;
  load(): Promise<readonly Command[]>;
}

/** Every command, in the order of help. */
export const groups: readonly Group[] = [
  {
    name: 'init',
    describe: { en: 'Write a set of documents to start from', 'zh-CN': '生成一套起步文档' },
    load: () => Promise.all([import('./commands/init.ts').then((m) => m.init)]),
  },
  {
    name: 'catalog',
    describe: { en: 'Hardware and service catalogue', 'zh-CN': '硬件与服务目录' },
    load: () =>
      Promise.all([
        import('./commands/catalog/list.ts').then((m) => m.catalogList),
        import('./commands/catalog/show.ts').then((m) => m.catalogShow),
      ]),
  },
  {
    name: 'service',
    describe: { en: 'Cloud services: what there is, what they take', 'zh-CN': '云服务：目录与资源占用' },
    load: () =>
      Promise.all([
        import('./commands/service/list.ts').then((m) => m.serviceList),
        import('./commands/service/show.ts').then((m) => m.serviceShow),
        import('./commands/service/expand.ts').then((m) => m.serviceExpand),
      ]),
  },
  {
    name: 'estate',
    describe: { en: 'The estate: what has to move', 'zh-CN': '存量资产：要迁移的内容' },
    load: () =>
      Promise.all([
        import('./commands/estate/import.ts').then((m) => m.estateImport),
        import('./commands/estate/check.ts').then((m) => m.estateCheck),
        import('./commands/estate/show.ts').then((m) => m.estateShow),
      ]),
  },
  {
    name: 'fleet',
    describe: { en: 'The fleet: what it moves onto', 'zh-CN': '资源池：迁往何处' },
    load: () =>
      Promise.all([
        import('./commands/fleet/check.ts').then((m) => m.fleetCheck),
        import('./commands/fleet/show.ts').then((m) => m.fleetShow),
      ]),
  },
  {
    name: 'plan',
    describe: { en: 'Placement plans', 'zh-CN': '放置规划' },
    load: () =>
      Promise.all([
        import('./commands/plan/create.ts').then((m) => m.planCreate),
        import('./commands/plan/show.ts').then((m) => m.planShow),
        import('./commands/plan/diff.ts').then((m) => m.planDiff),
        import('./commands/plan/verify.ts').then((m) => m.planVerify),
        import('./commands/plan/explain.ts').then((m) => m.planExplain),
        import('./commands/plan/export.ts').then((m) => m.planExport),
      ]),
  },
  {
    name: 'phases',
    describe: { en: 'Phases of a cloud, one planned from another', 'zh-CN': '云建设的各个阶段，依次规划' },
    load: () =>
      Promise.all([
        import('./commands/phases/plan.ts').then((m) => m.phasesPlan),
        import('./commands/phases/show.ts').then((m) => m.phasesShow),
      ]),
  },
  {
    name: 'request',
    describe: { en: 'Requests of tenants for resources', 'zh-CN': '租户的资源申请' },
    load: () =>
      Promise.all([
        import('./commands/request/submit.ts').then((m) => m.requestSubmit),
        import('./commands/request/list.ts').then((m) => m.requestList),
        import('./commands/request/show.ts').then((m) => m.requestShow),
        import('./commands/request/approve.ts').then((m) => m.requestApprove),
        import('./commands/request/decide.ts').then((m) => m.requestReject),
        import('./commands/request/decide.ts').then((m) => m.requestCancel),
        import('./commands/request/decide.ts').then((m) => m.requestRelease),
        import('./commands/request/expire.ts').then((m) => m.requestExpire),
        import('./commands/request/verify.ts').then((m) => m.requestVerify),
      ]),
  },
  {
    name: 'whatif',
    describe: {
      en: 'What a failure, an emptied host or more hosts would change',
      'zh-CN': '推演故障、腾空主机与增加主机的影响',
    },
    load: () =>
      Promise.all([
        import('./commands/whatif/fail.ts').then((m) => m.whatifFail),
        import('./commands/whatif/drain.ts').then((m) => m.whatifDrain),
        import('./commands/whatif/add.ts').then((m) => m.whatifAdd),
      ]),
  },
  {
    name: 'capacity',
    describe: { en: 'What to buy, and when', 'zh-CN': '容量规划：采购什么、何时采购' },
    load: () =>
      Promise.all([
        import('./commands/capacity/size.ts').then((m) => m.capacitySize),
        import('./commands/capacity/forecast.ts').then((m) => m.capacityForecast),
      ]),
  },
  {
    name: 'overview',
    describe: { en: 'One view of everything that is used', 'zh-CN': '统一资源视图' },
    load: () => Promise.all([import('./commands/overview/show.ts').then((m) => m.overviewShow)]),
  },
  {
    name: 'drift',
    describe: { en: 'A live inventory against the plan', 'zh-CN': '现网与规划的偏差' },
    load: () => Promise.all([import('./commands/drift/show.ts').then((m) => m.driftShow)]),
  },
  {
    name: 'wave',
    describe: { en: 'Migration waves', 'zh-CN': '迁移波次' },
    load: () =>
      Promise.all([
        import('./commands/wave/create.ts').then((m) => m.waveCreate),
        import('./commands/wave/show.ts').then((m) => m.waveShow),
        import('./commands/wave/verify.ts').then((m) => m.waveVerify),
        import('./commands/wave/explain.ts').then((m) => m.waveExplain),
        import('./commands/wave/readiness.ts').then((m) => m.waveReadiness),
        import('./commands/wave/diff.ts').then((m) => m.waveDiff),
        import('./commands/wave/whatif.ts').then((m) => m.waveWhatif),
        import('./commands/wave/export.ts').then((m) => m.waveExport),
      ]),
  },
  {
    name: 'run',
    describe: { en: 'Drive a wave', 'zh-CN': '执行波次' },
    load: () =>
      Promise.all([
        import('./commands/run/start.ts').then((m) => m.runStart),
        import('./commands/run/show.ts').then((m) => m.runShow),
        import('./commands/run/list.ts').then((m) => m.runList),
        import('./commands/run/pause.ts').then((m) => m.runPause),
        import('./commands/run/resume.ts').then((m) => m.runResume),
        import('./commands/run/pause.ts').then((m) => m.runCancel),
        import('./commands/run/verify.ts').then((m) => m.runVerify),
      ]),
  },
  {
    name: 'step',
    describe: { en: 'Decide on steps of a run', 'zh-CN': '对执行步骤作出决定' },
    load: () =>
      Promise.all([
        import('./commands/step/approve.ts').then((m) => m.stepApprove),
        import('./commands/step/decide.ts').then((m) => m.stepReject),
        import('./commands/step/decide.ts').then((m) => m.stepRetry),
        import('./commands/step/decide.ts').then((m) => m.stepRollback),
      ]),
  },
  {
    name: 'report',
    describe: { en: 'Reports', 'zh-CN': '报告' },
    load: () =>
      Promise.all([
        import('./commands/report/html.ts').then((m) => m.reportHtmlCommand),
        import('./commands/report/xlsx.ts').then((m) => m.reportXlsxCommand),
      ]),
  },
  {
    name: 'tui',
    describe: { en: 'Fleet, plan and waves on live screens', 'zh-CN': '以实时界面查看资源池、规划与波次' },
    load: () => Promise.all([import('./commands/tui.ts').then((m) => m.tui)]),
  },
  {
    name: 'schema',
    describe: { en: 'Schemas of the documents', 'zh-CN': '文档的模式' },
    load: () =>
      Promise.all([
        import('./commands/schema/print.ts').then((m) => m.schemaPrint),
        import('./commands/schema/explain.ts').then((m) => m.schemaExplainCommand),
      ]),
  },
  {
    name: 'completion',
    describe: { en: 'Print the completion script for your shell', 'zh-CN': '输出 shell 补全脚本' },
    load: () => Promise.all([import('./commands/completion.ts').then((m) => m.completion)]),
  },
  {
    name: 'doctor',
    describe: { en: 'Check that everything yunqian needs works here', 'zh-CN': '检查本机环境是否满足 yunqian 的需要' },
    load: () => Promise.all([import('./commands/doctor.ts').then((m) => m.doctor)]),
  },
];

export async function allCommands(): Promise<Command[]> {
  return (await Promise.all(groups.map((group) => group.load()))).flat();
}
