/** Texts that belong to no single command. */
export const texts = {
  usage: { en: 'yunqian <command> [options]', 'zh-CN': 'yunqian <命令> [选项]' },
  seeHelp: { en: 'See `yunqian --help`.', 'zh-CN': '请参阅 `yunqian --help`。' },
  bug: { en: 'internal error', 'zh-CN': '内部错误' },
  output: { en: 'Format of the result', 'zh-CN': '结果的格式' },
  lang: { en: 'Language of texts', 'zh-CN': '文本语言' },
  quiet: { en: 'No talk on stderr', 'zh-CN': '不在 stderr 输出提示' },
  verbose: { en: 'Every diagnostic, also those that repeat', 'zh-CN': '显示全部诊断，包括重复的' },
  completion: { en: 'Print the completion script for your shell', 'zh-CN': '输出 shell 补全脚本' },
  help: { en: 'Show help', 'zh-CN': '显示帮助' },
  version: { en: 'Show version', 'zh-CN': '显示版本' },
  exitCodes: {
    en: 'Exit codes: 0 done; 1 error; 2 usage or invalid documents; 3 workloads unplaced or no feasible schedule; 4 verify found violations; 5 diff found changes; 130 interrupted.',
    'zh-CN':
      '退出码：0 完成；1 出错；2 用法或文档无效；3 有工作负载未放置或无可行排期；4 校验发现违规；5 diff 发现差异；130 被中断。',
  },
  /** Sentences of the command-line parser that its own tables leave unclear or half translated. */
  parser: {
    en: {
      'Not enough non-option arguments: got %s, need at least %s': {
        one: 'Missing argument: got %s, need at least %s',
        other: 'Missing arguments: got %s, need at least %s',
      },
    },
    'zh-CN': {
      'Not enough non-option arguments: got %s, need at least %s': {
        one: '缺少参数：给出 %s 个，至少需要 %s 个',
        other: '缺少参数：给出 %s 个，至少需要 %s 个',
      },
      'Too many non-option arguments: got %s, maximum of %s': {
        one: '参数过多：给出 %s 个，最多 %s 个',
        other: '参数过多：给出 %s 个，最多 %s 个',
      },
      'Unknown command: %s': { one: '未知命令：%s', other: '未知命令：%s' },
    },
  },
  nouns: {
    catalog: { en: 'Hardware and service catalogue', 'zh-CN': '硬件与服务目录' },
    estate: { en: 'The estate: what has to move', 'zh-CN': '存量资产：要迁移的内容' },
    fleet: { en: 'The fleet: what it moves onto', 'zh-CN': '目标资源池：迁往何处' },
    plan: { en: 'Placement plans', 'zh-CN': '放置规划' },
    wave: { en: 'Migration waves', 'zh-CN': '迁移波次' },
    run: { en: 'Drive a wave', 'zh-CN': '执行波次' },
    step: { en: 'Decide on steps of a run', 'zh-CN': '对执行步骤作出决定' },
    report: { en: 'Reports', 'zh-CN': '报告' },
    schema: { en: 'Schemas of the documents', 'zh-CN': '文档的模式' },
  },
} as const;
