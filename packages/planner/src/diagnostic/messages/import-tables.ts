import type { Messages } from './message.ts';

/** YQ14xx: choosing an importer, importers of tables (RVTools, Azure, AWS, Konveyor). Append-only. */
export const importTablesMessages = {
  YQ1400: {
    en: { text: 'No files were given to import', action: 'Name at least one file, or a directory that holds files' },
    'zh-CN': { text: '没有给出要导入的文件', action: '请至少指定一个文件，或一个含有文件的目录' },
  },
  YQ1401: {
    en: { text: 'The files look like none of the known formats', action: 'Name the format with --format: {formats}' },
    'zh-CN': { text: '无法识别这些文件的格式', action: '请用 --format 指明格式：{formats}' },
  },
  YQ1402: {
    en: { text: 'The files look like several formats: {formats}', action: 'Name one with --format' },
    'zh-CN': { text: '这些文件符合多种格式：{formats}', action: '请用 --format 指明其中一种' },
  },
  YQ1403: {
    en: { text: 'There is no importer for the format "{format}"', action: 'Use one of: {formats}' },
    'zh-CN': { text: '没有格式“{format}”的导入器', action: '请改用下列之一：{formats}' },
  },
} as const satisfies Messages;
