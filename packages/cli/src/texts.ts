/** Texts that belong to no single command. */
export const texts = {
  usage: { en: '<command> [options]', 'zh-CN': '<命令> [选项]' },
  options: { en: '[options]', 'zh-CN': '[选项]' },
  seeHelp: { en: 'See', 'zh-CN': '请参阅' },
  error: { en: 'error', 'zh-CN': '错误' },
  bug: { en: 'internal error', 'zh-CN': '内部错误' },
  output: { en: 'Format of the result', 'zh-CN': '结果的格式' },
  lang: { en: 'Language of texts', 'zh-CN': '文本语言' },
  quiet: { en: 'Only errors on stderr', 'zh-CN': 'stderr 只输出错误' },
  verbose: { en: 'Every diagnostic, also those that repeat', 'zh-CN': '显示全部诊断，包括重复的' },
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
      'Missing required argument: %s': { one: 'missing option: --%s', other: 'missing options: --%s' },
      'Not enough arguments following: %s': 'no value after option %s',
      'Invalid values:': 'not one of the choices:',
      'Argument: %s, Given: %s, Choices: %s': '--%s %s; choose from %s',
    },
    'zh-CN': {
      'Missing required argument: %s': { one: '缺少选项：--%s', other: '缺少选项：--%s' },
      'Not enough arguments following: %s': '选项 %s 后缺少值',
      'Invalid values:': '不在可选值之内：',
      'Argument: %s, Given: %s, Choices: %s': '--%s %s；可选值：%s',
      'Positionals:': '参数：',
    },
  },
} as const;
