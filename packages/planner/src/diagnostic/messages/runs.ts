import type { Messages } from './message.ts';

/** YQ45xx: runs and steps. Append-only. */
export const runsMessages = {
  YQ4501: {
    en: { text: 'There is no run {run} in this journal', action: 'See `yunqian run list` for the runs there are.' },
    'zh-CN': { text: '日志中没有执行 {run}', action: '用 `yunqian run list` 查看已有的执行。' },
  },
  YQ4502: {
    en: { text: 'The run {run} has no step {step}', action: 'See `yunqian run show` for its steps.' },
    'zh-CN': { text: '执行 {run} 中没有步骤 {step}', action: '用 `yunqian run show` 查看其步骤。' },
  },
  YQ4503: {
    en: { text: 'The run {run} has no move group {group}', action: 'See `yunqian run show` for its groups.' },
    'zh-CN': { text: '执行 {run} 中没有迁移组 {group}', action: '用 `yunqian run show` 查看其迁移组。' },
  },
  YQ4504: {
    en: { text: '{step} is not an approval', action: 'Name a step that ends in /approval.' },
    'zh-CN': { text: '{step} 不是审批步骤', action: '请指定以 /approval 结尾的步骤。' },
  },
  YQ4505: {
    en: {
      text: '{step} cannot be decided yet: it waits for {waitsFor}',
      action: 'Wait until those steps have succeeded.',
    },
    'zh-CN': { text: '{step} 尚不能审批：正在等待 {waitsFor}', action: '待这些步骤成功后再审批。' },
  },
  YQ4506: {
    en: { text: '{step} was approved by {by} already', action: 'Nothing to do; roll the group back to undo it.' },
    'zh-CN': { text: '{step} 已由 {by} 批准', action: '无需操作；如需撤销，请回退该迁移组。' },
  },
  YQ4507: {
    en: { text: '{group} is being taken back or is done; its approval is {state}', action: 'Nothing to do.' },
    'zh-CN': { text: '{group} 正在回退或已结束，其审批状态为 {state}', action: '无需操作。' },
  },
  YQ4508: {
    en: { text: 'The run {run} is over ({state})', action: 'Start a new run if there is more to move.' },
    'zh-CN': { text: '执行 {run} 已结束（{state}）', action: '如仍有待迁移内容，请新建执行。' },
  },
  YQ4509: {
    en: { text: 'The run {run} cannot be paused: it is {state}', action: 'Only an active run can be paused.' },
    'zh-CN': { text: '执行 {run} 无法暂停：当前为 {state}', action: '只有进行中的执行可以暂停。' },
  },
  YQ4510: {
    en: { text: 'The run {run} cannot be resumed: it is {state}, not paused', action: 'Nothing to do.' },
    'zh-CN': { text: '执行 {run} 无法继续：当前为 {state}，并未暂停', action: '无需操作。' },
  },
  YQ4511: {
    en: { text: 'The run {run} is being cancelled already', action: 'Wait until its groups are back.' },
    'zh-CN': { text: '执行 {run} 已在取消中', action: '请等待各迁移组回退完成。' },
  },
  YQ4512: {
    en: {
      text: '{group} cannot be rolled back: its commit has begun, the source is being retired',
      action: 'Plan a migration back as a new wave.',
    },
    'zh-CN': { text: '{group} 无法回退：提交已开始，源端正在下线', action: '如需迁回，请作为新的波次规划。' },
  },
  YQ4513: {
    en: { text: '{by} has ordered the rollback of {group} already', action: 'Watch it with `yunqian run show`.' },
    'zh-CN': { text: '{by} 已下令回退 {group}', action: '用 `yunqian run show` 查看进展。' },
  },
  YQ4514: {
    en: {
      text: '{step} cannot be repeated: it is {state}, not failed',
      action: 'Only failed steps are repeated by hand.',
    },
    'zh-CN': { text: '{step} 无法重试：当前为 {state}，并未失败', action: '只有失败的步骤才能手动重试。' },
  },
  YQ4515: {
    en: { text: 'There is a run {run} already', action: 'Choose another name, or go on with `yunqian run resume`.' },
    'zh-CN': { text: '执行 {run} 已存在', action: '请换一个名称，或用 `yunqian run resume` 继续。' },
  },
  YQ4516: {
    en: { text: 'The waves document has no wave {wave}', action: 'See `yunqian wave show` for the waves there are.' },
    'zh-CN': { text: '波次文档中没有波次 {wave}', action: '用 `yunqian wave show` 查看已有波次。' },
  },
  YQ4517: {
    en: { text: 'The journal of {run} kept changing while the command was decided', action: 'Try again.' },
    'zh-CN': { text: '处理命令期间 {run} 的日志持续变化', action: '请重试。' },
  },
  YQ4518: {
    en: { text: 'The rollback of {group} needs a reason', action: 'Say why; it becomes part of the record.' },
    'zh-CN': { text: '回退 {group} 需要填写原因', action: '请说明原因，它将写入日志。' },
  },
  YQ4519: {
    en: { text: '{step} is rejected already', action: 'Approve it after all, or roll the group back.' },
    'zh-CN': { text: '{step} 已被驳回', action: '可改为批准，或回退该迁移组。' },
  },
  YQ4520: {
    en: {
      text: 'The wave {wave} cannot start: {group} uses {needs}, which no run has committed',
      action: 'Run the wave of {needs} first, in the same journal.',
    },
    'zh-CN': {
      text: '波次 {wave} 无法启动：{group} 依赖 {needs}，而后者尚未在任何执行中提交',
      action: '请先在同一日志中执行 {needs} 所在的波次。',
    },
  },
  YQ4521: {
    en: {
      text: 'An operator with epoch {epoch} is refused: epoch {current} has taken over',
      action: 'Only the newest operator drives; watch with `yunqian run show`.',
    },
    'zh-CN': {
      text: '拒绝纪元为 {epoch} 的执行器：纪元 {current} 已接管',
      action: '只有最新的执行器可以推进；可用 `yunqian run show` 观察。',
    },
  },
  YQ4522: {
    en: {
      text: '{step} cannot begin attempt {attempt}: it is {state}',
      action: 'Report this journal: an operator wrote what it must not.',
    },
    'zh-CN': {
      text: '{step} 不能开始第 {attempt} 次尝试：当前为 {state}',
      action: '请上报此日志：执行器写入了不应写入的内容。',
    },
  },
  YQ4523: {
    en: {
      text: '{step} has no attempt {attempt} under way: it is {state}',
      action: 'Report this journal: an operator wrote what it must not.',
    },
    'zh-CN': {
      text: '{step} 没有进行中的第 {attempt} 次尝试：当前为 {state}',
      action: '请上报此日志：执行器写入了不应写入的内容。',
    },
  },
  YQ4524: {
    en: {
      text: '{group} cannot be recorded as committed: it is {state}',
      action: 'Report this journal: an operator wrote what it must not.',
    },
    'zh-CN': { text: '{group} 不能记为已提交：当前为 {state}', action: '请上报此日志：执行器写入了不应写入的内容。' },
  },
  YQ4525: {
    en: {
      text: '{group} cannot be recorded as rolled back: it is {state}',
      action: 'Report this journal: an operator wrote what it must not.',
    },
    'zh-CN': { text: '{group} 不能记为已回退：当前为 {state}', action: '请上报此日志：执行器写入了不应写入的内容。' },
  },
  YQ4526: {
    en: {
      text: '{step} cannot be recorded as succeeded: no evidence of {missing}',
      action: 'Report this journal: an operator wrote what it must not.',
    },
    'zh-CN': {
      text: '{step} 不能记为成功：缺少 {missing} 的证据',
      action: '请上报此日志：执行器写入了不应写入的内容。',
    },
  },
  YQ4530: {
    en: {
      text: 'Journal of {run}: event {seq} stands where {expected} should',
      action: 'The journal was damaged; restore it from a copy. It is not driven.',
    },
    'zh-CN': {
      text: '{run} 的日志：本应为事件 {expected} 处出现了 {seq}',
      action: '日志已损坏，请从副本恢复；系统不会继续执行。',
    },
  },
  YQ4531: {
    en: {
      text: 'Journal of {run}: event {seq} does not follow the one before it (hash chain)',
      action: 'The journal was altered; restore it from a copy. It is not driven.',
    },
    'zh-CN': {
      text: '{run} 的日志：事件 {seq} 与前一事件不衔接（哈希链）',
      action: '日志被改动，请从副本恢复；系统不会继续执行。',
    },
  },
  YQ4532: {
    en: {
      text: 'Journal of {run}: event {seq} ({type}) is not what was written (hash)',
      action: 'The journal was altered; restore it from a copy. It is not driven.',
    },
    'zh-CN': {
      text: '{run} 的日志：事件 {seq}（{type}）与写入时不符（哈希）',
      action: '日志被改动，请从副本恢复；系统不会继续执行。',
    },
  },
  YQ4533: {
    en: {
      text: 'Journal of {run}: event {seq} ({type}) was not allowed when it was written ({because})',
      action: 'Report this journal: an operator wrote what it must not. It is not driven.',
    },
    'zh-CN': {
      text: '{run} 的日志：事件 {seq}（{type}）在写入时不被允许（{because}）',
      action: '请上报此日志：执行器写入了不应写入的内容；系统不会继续执行。',
    },
  },
  YQ4534: {
    en: {
      text: 'Journal of {run}: event {seq} belongs to the run {other}',
      action: 'The journal was altered; restore it from a copy. It is not driven.',
    },
    'zh-CN': {
      text: '{run} 的日志：事件 {seq} 属于执行 {other}',
      action: '日志被改动，请从副本恢复；系统不会继续执行。',
    },
  },
  YQ4540: {
    en: {
      text: 'Another operator ({operator}) has taken over the run {run}; this one stopped',
      action: 'Watch with `yunqian run show`, or take the run back with `yunqian run resume`.',
    },
    'zh-CN': {
      text: '另一执行器（{operator}）已接管执行 {run}，本执行器已停止',
      action: '用 `yunqian run show` 观察，或用 `yunqian run resume` 重新接管。',
    },
  },
} as const satisfies Messages;
