import type { Message, Messages } from './message.ts';

const again = { en: 'Schedule again: `yunqian wave create`.', 'zh-CN': '请重新排期：`yunqian wave create`。' };

function breach(en: string, zh: string, action = again): Message {
  return { en: { text: en, action: action.en }, 'zh-CN': { text: zh, action: action['zh-CN'] } };
}

/** YQ403x-405x: what `verifyWaves` finds. Append-only. */
export const wavesVerifyMessages = {
  YQ4030: breach('{workload} of the plan is in no move group', '规划中的 {workload} 不在任何迁移组中'),
  YQ4031: breach('{workload} is in {count} move groups', '{workload} 出现在 {count} 个迁移组中'),
  YQ4032: breach('{workload} of {group} is not in the plan', '{group} 中的 {workload} 不在规划中'),
  YQ4033: breach(
    '{a} and {b} must move together ({because}) and are in {groupA} and {groupB}',
    '{a} 与 {b} 必须一起迁移（{because}），却分属 {groupA} 和 {groupB}',
  ),
  YQ4034: breach(
    '{group} uses {used} strongly, but does not name it in `after`',
    '{group} 强依赖 {used}，但 `after` 中未列出',
  ),
  YQ4035: breach(
    '{group} cuts over at {at}, before {used}, which it uses, has cut over',
    '{group} 于 {at} 割接，早于其依赖的 {used} 完成割接',
  ),
  YQ4036: breach('The cutover of {group} is outside the windows at {at}', '{group} 的割接在 {at} 处于变更窗口之外'),
  YQ4037: breach(
    'The cutover of {group} is in a freeze at {at}: {reason}',
    '{group} 的割接在 {at} 处于封网期：{reason}',
  ),
  YQ4038: breach(
    '{link} carries {mbps} of {limit} Mbit/s at {at}',
    '链路 {link} 在 {at} 承载 {mbps} Mbit/s，上限 {limit} Mbit/s',
  ),
  YQ4039: breach(
    '{link} carries {copies} bulk copies at {at}, allowed are {limit}',
    '链路 {link} 在 {at} 有 {copies} 个并行复制，上限 {limit}',
  ),
  YQ4040: breach(
    '{cutovers} cutovers at {at}, for {limit} teams',
    '{at} 有 {cutovers} 个割接同时进行，仅有 {limit} 个团队',
  ),
  YQ4041: breach(
    '{group} cuts over at {at}, before the pilot has ended at {pilotEnd}',
    '{group} 于 {at} 割接，早于试点结束时间 {pilotEnd}',
  ),
  YQ4042: breach(
    '{group} cuts over until {at}, after the deadline {deadline}',
    '{group} 割接至 {at}，晚于期限 {deadline}',
  ),
  YQ4043: breach(
    'The copy of {group} has {minutes} minutes and needs {needed}',
    '{group} 的复制只有 {minutes} 分钟，需要 {needed} 分钟',
  ),
  YQ4044: breach(
    '{group} has {minutes} minutes between copy and cutover, {needed} are asked for',
    '{group} 的复制与割接间隔 {minutes} 分钟，要求 {needed} 分钟',
  ),
  YQ4045: breach(
    '{path} ({kind}) is not the document that these waves were made from',
    '{path}（{kind}）不是生成该波次所用的文档',
  ),
  YQ4046: breach(
    '{group} is scheduled {scheduled} times and left out {left} times; it must be one of them once',
    '{group} 排期 {scheduled} 次、未排期 {left} 次；应恰好一次',
  ),
  YQ4047: breach(
    '{group} is in {count} waves, its schedule says {wave}',
    '{group} 出现在 {count} 个波次中，其排期为 {wave}',
  ),
  YQ4048: breach(
    'The wave {wave} has {groups} groups, allowed are {limit}',
    '波次 {wave} 有 {groups} 个迁移组，上限 {limit} 个',
  ),
  YQ4049: breach(
    'The wave {later} does not come after {earlier} in the calendar',
    '波次 {later} 在日历上没有排在 {earlier} 之后',
  ),
  YQ4050: breach('The summary says {field} = {claimed}, it is {actual}', '摘要中 {field} = {claimed}，实际为 {actual}'),
  YQ4051: breach(
    '{group} is scheduled, but {workload} has no place in the plan',
    '{group} 已排期，但 {workload} 在规划中没有位置',
  ),
  YQ4052: breach('{group} starts at {at}, before the programme', '{group} 于 {at} 开始，早于项目开始时间'),
  YQ4053: breach(
    'The cutover of {group} takes {minutes} minutes, the programme says {needed}',
    '{group} 的割接为 {minutes} 分钟，项目规定 {needed} 分钟',
  ),
  YQ4054: breach(
    '{group} says {field} = {claimed}, the estate gives {actual}',
    '{group} 的 {field} = {claimed}，按资产清单应为 {actual}',
  ),
  YQ4055: breach(
    '{group} is copied over {link}, which the programme does not have',
    '{group} 使用链路 {link} 复制，项目中没有该链路',
  ),
  YQ4056: breach('The times of {group} are not in order', '{group} 的各时间点顺序不对'),
  YQ4057: breach(
    'The times are of {claimed}, the programme is in {actual}',
    '时间属于时区 {claimed}，项目时区为 {actual}',
  ),
  YQ4058: breach(
    '{group} reserves {mbps} Mbit/s to keep in step, its data changes at {needed}',
    '{group} 为增量同步预留 {mbps} Mbit/s，而数据变化为 {needed} Mbit/s',
  ),
  YQ4059: breach(
    'The wave {wave} says {field} = {claimed}, its groups give {actual}',
    '波次 {wave} 的 {field} = {claimed}，按其迁移组应为 {actual}',
  ),
  YQ4060: breach(
    'The lower bound of {bound} hours is above the {hours} hours of the schedule',
    '下界 {bound} 小时高于排期的 {hours} 小时',
  ),
  YQ4061: breach(
    'The cutover of {group} is not in the same {days} days as the rest of its wave {wave}',
    '{group} 的割接与其波次 {wave} 的其余部分不在同一 {days} 天内',
  ),
} as const satisfies Messages;
