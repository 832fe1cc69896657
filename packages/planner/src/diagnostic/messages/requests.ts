import type { Messages } from './message.ts';

/** YQ46xx: requests of tenants. Append-only. */
export const requestsMessages = {
  YQ4601: {
    en: { text: 'There is no tenant {tenant}', action: 'Name one of the estate: {near}.' },
    'zh-CN': { text: '没有租户 {tenant}', action: '请使用 estate 中的租户：{near}。' },
  },
  YQ4602: {
    en: { text: '{workload} belongs to no system', action: 'Name a system of the request or of its tenant.' },
    'zh-CN': { text: '{workload} 不属于任何业务系统', action: '请指定申请中或该租户已有的业务系统。' },
  },
  YQ4603: {
    en: {
      text: 'The system {system} belongs to {owner}, not to {tenant}',
      action: 'Apply for systems of the tenant itself.',
    },
    'zh-CN': { text: '业务系统 {system} 属于 {owner}，而不是 {tenant}', action: '只能为租户自己的业务系统提出申请。' },
  },
  YQ4604: {
    en: { text: 'There is a request {request} already', action: 'Choose another id; ids are never used twice.' },
    'zh-CN': { text: '申请 {request} 已存在', action: '请使用其他标识；标识不会重复使用。' },
  },
  YQ4605: {
    en: { text: 'There is no request {request}', action: 'See `yunqian request list`.' },
    'zh-CN': { text: '没有申请 {request}', action: '用 `yunqian request list` 查看已有申请。' },
  },
  YQ4606: {
    en: {
      text: 'The request {request} is {state}: this cannot be done any more',
      action: 'See `yunqian request show {request}`.',
    },
    'zh-CN': {
      text: '申请 {request} 的状态为{state}，无法再执行此操作',
      action: '请查看 `yunqian request show {request}`。',
    },
  },
  YQ4607: {
    en: {
      text: '{actor} may not decide the step {step}: that is for {approvers}',
      action: 'Ask one of them; --as names who acts.',
    },
    'zh-CN': {
      text: '{actor} 无权审批步骤 {step}：应由 {approvers} 审批',
      action: '请由其中一人审批；--as 可指定操作人。',
    },
  },
  YQ4608: {
    en: {
      text: 'The request {request} has no room now: {workloads} of its workloads find no place',
      action: 'See the reasons; reject it, or approve it once there is room.',
    },
    'zh-CN': {
      text: '申请 {request} 目前无法满足：其中 {workloads} 个工作负载无处放置',
      action: '请查看原因；可驳回，或待资源充足后再批准。',
    },
  },
  YQ4609: {
    en: { text: '{actor} has agreed to the step {step} already', action: 'Another person has to agree too.' },
    'zh-CN': { text: '{actor} 已同意步骤 {step}', action: '还需其他人同意。' },
  },
  YQ4610: {
    en: {
      text: '{actor} applied for {request} and cannot approve it too',
      action: 'Another person approves; --as names who acts.',
    },
    'zh-CN': { text: '{actor} 是申请 {request} 的提交人，不能同时审批', action: '请由他人审批；--as 可指定操作人。' },
  },
  YQ4611: {
    en: { text: 'A reason is missing', action: 'Say why: --reason.' },
    'zh-CN': { text: '缺少理由', action: '请用 --reason 说明理由。' },
  },
  YQ4612: {
    en: { text: 'The journal kept changing while {request} was decided', action: 'Try again.' },
    'zh-CN': { text: '处理申请 {request} 期间日志持续变化', action: '请重试。' },
  },
  YQ4613: {
    en: {
      text: 'The request {request} cannot be planned: {count} errors',
      action: 'Mend what is listed and submit it again.',
    },
    'zh-CN': { text: '申请 {request} 无法规划：{count} 个错误', action: '请修正所列问题后重新提交。' },
  },
  YQ4614: {
    en: {
      text: 'The reservation of {request} does not cover its workloads once each',
      action: 'Do not trust this journal; keep it for examination.',
    },
    'zh-CN': { text: '申请 {request} 的预留未能恰好覆盖其全部工作负载', action: '请勿信任此日志，并保留备查。' },
  },
  YQ4615: {
    en: {
      text: 'The request {request} has room only in the reserve: {count} of {failures} declared failures could then not be stood, the first: {first}',
      action: 'Add hosts there, or reject it.',
    },
    'zh-CN': {
      text: '申请 {request} 只能占用故障预留：批准后声明的 {failures} 种故障中有 {count} 种无法承受，首个为 {first}',
      action: '请在相应位置增加主机，或驳回该申请。',
    },
  },
  YQ4616: {
    en: { text: 'The request {request} is not over on {on}', action: 'Expire it after its last day, or release it.' },
    'zh-CN': { text: '申请 {request} 在 {on} 尚未到期', action: '请在到期后使其失效，或手动释放。' },
  },
  YQ4620: {
    en: {
      text: 'The approved request {request} is not honoured: {count} of its workloads are not placed, {workload} first',
      action: 'Give up other workloads, enlarge the fleet, or release the request.',
    },
    'zh-CN': {
      text: '已批准的申请 {request} 未得到保障：{count} 个工作负载未放置，首个为 {workload}',
      action: '请减少其他工作负载、扩充资源池，或释放该申请。',
    },
  },
  YQ4621: {
    en: {
      text: '{count} workloads of the approved request {request} stand elsewhere than promised: {workload} on {actual}, not {host}',
      action: 'Nothing to do where it has moved since.',
    },
    'zh-CN': {
      text: '已批准申请 {request} 的 {count} 个工作负载不在承诺的主机上：{workload} 位于 {actual} 而非 {host}',
      action: '如其后已迁移，则无需操作。',
    },
  },
  YQ4640: {
    en: {
      text: 'Tenant {tenant} and those below it use {used} {what}; the quota is {limit}',
      action: 'Give up workloads, or raise the quota.',
    },
    'zh-CN': {
      text: '租户 {tenant} 及其下级已用 {what} {used}，超过配额 {limit}',
      action: '请减少工作负载，或调高配额。',
    },
  },
  YQ4630: {
    en: {
      text: 'Event {seq} ({type}) has the wrong number: {expected} expected',
      action: 'Events are missing; restore the file from a backup.',
    },
    'zh-CN': { text: '事件 {seq}（{type}）序号错误：应为 {expected}', action: '存在缺失事件；请从备份恢复文件。' },
  },
  YQ4631: {
    en: {
      text: 'Event {seq} ({type}) does not follow from the one before it: the chain is broken',
      action: 'The file was changed; restore it from a backup.',
    },
    'zh-CN': { text: '事件 {seq}（{type}）与前一事件不连续：哈希链断裂', action: '文件被改动；请从备份恢复。' },
  },
  YQ4632: {
    en: {
      text: 'Event {seq} ({type}) was not allowed when it was written: {because}',
      action: 'Keep the file for examination.',
    },
    'zh-CN': { text: '事件 {seq}（{type}）在写入时不被允许：{because}', action: '请保留文件备查。' },
  },
} as const satisfies Messages;
