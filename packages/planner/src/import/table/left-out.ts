import type { Lang } from '../../diagnostic/diagnostic.ts';

/** Why a row was not used. The English words stand in `ImportSummary`. */
export const leftOutReasons = {
  blank: { en: 'blank', 'zh-CN': '空行' },
  beforeHeader: { en: 'above the header', 'zh-CN': '表头之上' },
  unusable: { en: 'a required column is missing', 'zh-CN': '缺少必需的列' },
  notNeeded: { en: 'not needed for an estate', 'zh-CN': '资产清单不需要' },
  cutShort: { en: 'cut short by the end of the file', 'zh-CN': '文件在此行中途结束' },
  template: { en: 'template', 'zh-CN': '模板' },
  placeholder: { en: 'recovery placeholder', 'zh-CN': '容灾占位虚拟机' },
  noName: { en: 'no name', 'zh-CN': '没有名称' },
  noSize: { en: 'no vCPUs or no memory', 'zh-CN': '没有 vCPU 或内存' },
  duplicate: { en: 'duplicate', 'zh-CN': '重复' },
  unknownVm: { en: 'its VM is not in the inventory', 'zh-CN': '所属虚拟机不在清单中' },
  unknownDisk: { en: 'names no disk of the VM', 'zh-CN': '未指明虚拟机的哪块磁盘' },
  vmLeftOut: { en: 'its VM was left out', 'zh-CN': '所属虚拟机未导入' },
  poweredOff: { en: 'use of a VM that is off', 'zh-CN': '已关机虚拟机的用量' },
  noFigures: { en: 'no figures in it', 'zh-CN': '没有数据' },
  unknownApplication: { en: 'its application is not in the inventory', 'zh-CN': '所属应用不在清单中' },
  noApplication: { en: 'no application, and the format has no sizes', 'zh-CN': '没有所属应用，且此格式不含规格' },
  unknownRecord: { en: 'unknown record type', 'zh-CN': '未知的记录类型' },
  unreadable: { en: 'unreadable', 'zh-CN': '无法读取' },
  invalid: { en: 'invalid', 'zh-CN': '无效' },
} as const;

export type LeftOutReason = keyof typeof leftOutReasons;
/** What became of a row: there is no third way. */
export type RowOutcome = 'used' | LeftOutReason;

/** A reason of a summary in the reader's language; reasons of other importers stay as they are. */
export function leftOutText(reason: string, lang: Lang): string {
  return Object.values(leftOutReasons).find(({ en }) => en === reason)?.[lang] ?? reason;
}
