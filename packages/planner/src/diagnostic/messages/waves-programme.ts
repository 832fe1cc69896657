import type { Message, Messages } from './message.ts';

/** YQ41xx: what a programme decides or cannot have: groups left out (4101-), findings (4110-), changes (4120-), verification (4130-). Append-only. */
export const wavesProgrammeMessages = {
  YQ4101: {
    en: {
      text: 'Its systems are retained: they stay where they are',
      action: 'Change their strategy if they are to move.',
    },
    'zh-CN': { text: '其业务系统策略为保留，不迁移', action: '如需迁移，请修改其策略。' },
  },
  YQ4102: {
    en: { text: 'Its systems are retired: nothing is moved', action: 'Change their strategy if they are to move.' },
    'zh-CN': { text: '其业务系统将下线，不迁移', action: '如需迁移，请修改其策略。' },
  },
  YQ4103: {
    en: {
      text: 'It would have to leave {host} before it comes to it',
      action: 'Place it on another host, or give it room elsewhere meanwhile.',
    },
    'zh-CN': { text: '它须先离开 {host} 才能迁入 {host}', action: '请将其放置到其他主机，或提供临时周转资源。' },
  },
  YQ4104: {
    en: {
      text: 'Its pinned cutover at {at} cannot be prepared in time',
      action: 'Pin it later, give it more bandwidth, or move what it uses earlier.',
    },
    'zh-CN': {
      text: '来不及为 {at} 的固定割接做好准备',
      action: '请推迟固定时间、增加带宽，或提前迁移其依赖的系统。',
    },
  },
  YQ4105: {
    en: {
      text: 'No appliance and link can carry its copy by the method {method}',
      action: 'Add an appliance for the method, or more bandwidth to the one there is.',
    },
    'zh-CN': { text: '没有网关与链路能以 {method} 方式承载其复制', action: '请为该方式增加网关，或提高现有网关带宽。' },
  },
  YQ4106: {
    en: { text: 'No team has all the skills {skills}', action: 'Add the skills to a team, or a team.' },
    'zh-CN': { text: '没有团队同时具备技能 {skills}', action: '请为团队补充技能或增加团队。' },
  },
  YQ4107: {
    en: {
      text: 'Its risk of {risk} is above the {limit} of a wave',
      action: 'Raise maxRiskPerWave, or split the group.',
    },
    'zh-CN': { text: '其风险 {risk} 超过单个波次上限 {limit}', action: '请提高 maxRiskPerWave 或拆分该组。' },
  },
  YQ4108: {
    en: {
      text: 'It is a pilot, but {group}, which is none, must leave {host} first',
      action: 'Make {group} a pilot too, or place this one on another host.',
    },
    'zh-CN': {
      text: '它是试点，但非试点的 {group} 须先迁出 {host}',
      action: '请将 {group} 也列为试点，或将本组放置到其他主机。',
    },
  },
  YQ4109: {
    en: {
      text: 'It waits for {group} to leave {host}, and {group} is not scheduled',
      action: 'See why {group} is left out, or place this one on another host.',
    },
    'zh-CN': {
      text: '它在等待 {group} 迁出 {host}，而 {group} 未能排期',
      action: '请查看 {group} 未排期的原因，或将本组放置到其他主机。',
    },
  },
  YQ4110: {
    en: {
      text: '{group} will be down for {p50} minutes, {p95} at the most likely bad end, and {allowed} are allowed',
      action: 'Move it by its database or live, give it more bandwidth, or agree on a longer downtime.',
    },
    'zh-CN': {
      text: '{group} 预计停机 {p50} 分钟，95% 情况下不超过 {p95} 分钟，允许 {allowed} 分钟',
      action: '请改用数据库复制或在线迁移、增加带宽，或协商更长的停机时间。',
    },
  },
  YQ4111: {
    en: {
      text: 'The copies of {count} groups may not be ready for their cutovers with 95 % certainty, first {group}: {p95} minutes, {minutes} are there',
      action: 'Start their copies earlier, or reserve more bandwidth.',
    },
    'zh-CN': {
      text: '{count} 个迁移组的复制有超过 5% 的可能赶不上割接，首个为 {group}：需 {p95} 分钟，只有 {minutes} 分钟',
      action: '请提前开始复制或预留更多带宽。',
    },
  },
  YQ4112: {
    en: {
      text: 'The programme names the {what} {id}, which does not exist',
      action: 'Correct the name, or remove it.',
    },
    'zh-CN': { text: '迁移计划条件引用了不存在的 {what} {id}', action: '请更正名称或删除。' },
  },
  YQ4113: {
    en: {
      text: '{group} cuts over on {at}, after the {due} that was promised',
      action: 'Agree on a later day, or give it a priority, a window or more bandwidth.',
    },
    'zh-CN': { text: '{group} 于 {at} 割接，晚于承诺的 {due}', action: '请协商延期，或提高优先级、增加窗口或带宽。' },
  },
  YQ4120: {
    en: { text: 'It is new', action: 'Nothing to do.' },
    'zh-CN': { text: '新增', action: '无需处理。' },
  },
  YQ4121: {
    en: { text: 'Its time no longer held: {why}', action: 'Nothing to do.' },
    'zh-CN': { text: '原时间不再成立：{why}', action: '无需处理。' },
  },
  YQ4122: {
    en: { text: 'It had to make room for {group}', action: 'Nothing to do.' },
    'zh-CN': { text: '为 {group} 让出时间', action: '无需处理。' },
  },
  YQ4123: {
    en: { text: '{group} no longer has a time: {why}', action: 'See why, then change the programme or the plan.' },
    'zh-CN': { text: '{group} 不再有时间：{why}', action: '请查明原因后调整迁移计划条件或规划。' },
  },
  YQ4130: breach(
    '{group} needs the skills {skills}, which its team {team} does not have',
    '{group} 需要技能 {skills}，团队 {team} 不具备',
  ),
  YQ4131: breach('{team} does not work at {at}, when it cuts over {group}', '{team} 在 {at} 不上班，却要割接 {group}'),
  YQ4132: breach(
    '{cutovers} cutovers of {tenant} at once at {at}, {limit} are allowed',
    '{tenant} 在 {at} 同时有 {cutovers} 个割接，上限 {limit}',
  ),
  YQ4133: breach(
    'The wave {wave} has a risk of {risk}, {limit} are allowed',
    '波次 {wave} 的风险为 {risk}，上限 {limit}',
  ),
  YQ4134: breach(
    '{appliance} carries {copies} copies at {at}, it can {limit}',
    '{appliance} 在 {at} 承载 {copies} 个复制，上限 {limit}',
  ),
  YQ4135: breach(
    '{appliance} carries {mbps} Mbit/s at {at}, it can {limit}',
    '{appliance} 在 {at} 承载 {mbps} Mbit/s，上限 {limit}',
  ),
  YQ4136: breach(
    '{group} is copied by {method} through {appliance}, which does not serve that',
    '{group} 以 {method} 方式经 {appliance} 复制，但该网关不支持',
  ),
  YQ4137: breach('{group} is pinned to {pinned} and is at {actual}', '{group} 固定为 {pinned}，实际为 {actual}'),
  YQ4138: breach('{group} cuts over at {at}, not before {day} is allowed', '{group} 于 {at} 割接，早于允许的 {day}'),
  YQ4139: breach(
    'The copy of {group} to {host} begins at {at}, the host is ready at {ready}',
    '{group} 于 {at} 开始复制到 {host}，该主机 {ready} 才就绪',
  ),
  YQ4140: breach(
    '{host} holds {used} of {capacity} {dimension} at {at}',
    '{host} 在 {at} 占用 {dimension} {used}，容量 {capacity}',
  ),
  YQ4141: breach('{group} is scheduled, but its systems stay', '{group} 已排期，但其业务系统不迁移'),
  YQ4142: breach(
    '{group} is moved by {claimed}, the programme says {actual}',
    '{group} 的方式为 {claimed}，迁移计划条件规定 {actual}',
  ),
} as const satisfies Messages;

function breach(en: string, zh: string): Message {
  return {
    en: { text: en, action: 'Schedule again: `yunqian wave create`.' },
    'zh-CN': { text: zh, action: '请重新排期：`yunqian wave create`。' },
  };
}
