import type { Messages } from './message.ts';

/** YQ10xx: reading and schema of any document. Append-only. */
export const documentsMessages = {
  YQ1001: {
    en: { text: 'The document is empty', action: 'Write a document, or start from a template with `yunqian init`.' },
    'zh-CN': { text: '文档为空', action: '请编写文档内容，或用 `yunqian init` 从模板开始。' },
  },
  YQ1002: {
    en: { text: 'Syntax error: {message}', action: 'Correct the YAML or JSON at this place.' },
    'zh-CN': { text: '语法错误：{message}', action: '请修正此处的 YAML 或 JSON 语法。' },
  },
  YQ1003: {
    en: { text: 'The key `{key}` stands twice in the same mapping', action: 'Keep one of the two, or merge them.' },
    'zh-CN': { text: '同一映射中键 `{key}` 重复出现', action: '请只保留其中一个，或将两者合并。' },
  },
  YQ1004: {
    en: {
      text: 'The document is too large or too deeply nested to be read ({message})',
      action: 'Split the document, or write out its YAML aliases less often.',
    },
    'zh-CN': { text: '文档过大或嵌套过深，无法读取（{message}）', action: '请拆分文档，或减少 YAML 别名的展开次数。' },
  },
  YQ1005: {
    en: {
      text: 'The document does not say what kind it is',
      action: 'Add `kind: {kind}` at the top, if that is what it is.',
    },
    'zh-CN': { text: '文档未声明其类型', action: '若确为此类文档，请在开头加上 `kind: {kind}`。' },
  },
  YQ1006: {
    en: {
      text: 'This is a document of kind `{found}`, but one of kind `{kind}` was asked for',
      action: 'Give the right file, or correct `kind`.',
    },
    'zh-CN': { text: '此文档类型为 `{found}`，而此处需要 `{kind}`', action: '请指定正确的文件，或修正 `kind`。' },
  },
  YQ1008: {
    en: { text: 'Unusual YAML: {message}', action: 'Check that the value is what you mean; quote it if it is text.' },
    'zh-CN': { text: '不常见的 YAML 写法：{message}', action: '请确认取值无误；若为文本，请加引号。' },
  },
  YQ1009: {
    en: {
      text: '{count} more problems in this document are not shown',
      action: 'Mend those above and check again, or raise the limit.',
    },
    'zh-CN': { text: '此文档另有 {count} 个问题未显示', action: '请先修正以上问题再检查，或调高显示上限。' },
  },
  YQ1010: {
    en: {
      text: 'The document is not a mapping of fields',
      action: 'Begin with `kind: {kind}` and `formatVersion: "1.0"`.',
    },
    'zh-CN': { text: '文档不是由字段组成的映射', action: '请以 `kind: {kind}` 和 `formatVersion: "1.0"` 开头。' },
  },
  YQ1011: {
    en: { text: 'A tab is used for indentation', action: 'Indent with spaces: YAML does not allow tabs there.' },
    'zh-CN': { text: '缩进使用了制表符', action: '请用空格缩进：YAML 不允许用制表符缩进。' },
  },
  YQ1012: {
    en: {
      text: 'The indentation does not match what stands around it ({message})',
      action: 'Align this line with its neighbours, or close the bracket or quote above it.',
    },
    'zh-CN': { text: '缩进与上下文不一致（{message}）', action: '请与相邻行对齐，或补全上方未闭合的括号或引号。' },
  },
  YQ1013: {
    en: {
      text: 'The file holds several YAML documents',
      action: 'Keep one document a file; remove the `---` line and what follows.',
    },
    'zh-CN': { text: '文件中含有多个 YAML 文档', action: '每个文件只放一个文档；请删除 `---` 行及其后内容。' },
  },
  YQ1014: {
    en: {
      text: 'Something is missing here: {message}',
      action: 'Close the quote or bracket, or add the colon or comma. The file may have been cut off.',
    },
    'zh-CN': { text: '此处缺少内容：{message}', action: '请补全引号或括号，或补上冒号、逗号；文件也可能被截断。' },
  },
  YQ1015: {
    en: { text: 'A key of a mapping must be text', action: 'Put the key in quotes.' },
    'zh-CN': { text: '映射的键必须是文本', action: '请给该键加上引号。' },
  },
  YQ1016: {
    en: {
      text: 'The alias `*{alias}` refers to nothing that stands before it',
      action: 'Define `&{alias}` above this line, or write the value out.',
    },
    'zh-CN': { text: '别名 `*{alias}` 之前没有对应的锚点', action: '请在此行之前定义 `&{alias}`，或直接写出取值。' },
  },
  YQ1017: {
    en: { text: 'The document does not say its format version', action: 'Add `formatVersion: "1.0"`.' },
    'zh-CN': { text: '文档未声明格式版本', action: '请加上 `formatVersion: "1.0"`。' },
  },
  YQ1018: {
    en: {
      text: 'Format version `{found}` cannot be read; this program reads 1.x',
      action: 'Use a version of yunqian that reads it, or correct `formatVersion`.',
    },
    'zh-CN': {
      text: '无法读取格式版本 `{found}`；本程序支持 1.x',
      action: '请使用支持该版本的 yunqian，或修正 `formatVersion`。',
    },
  },
  YQ1020: {
    en: { text: '`{key}` is not a field of {field}', action: 'Remove it. Known fields: {known}.' },
    'zh-CN': { text: '`{key}` 不是 {field} 的字段', action: '请删除。可用字段：{known}。' },
  },
  YQ1021: {
    en: { text: '`{key}` is not a field of {field}', action: 'Did you mean `{near}`?' },
    'zh-CN': { text: '`{key}` 不是 {field} 的字段', action: '是否想写 `{near}`？' },
  },
  YQ1022: {
    en: { text: '`{field}` is missing', action: 'Add `{field}` ({expected}).' },
    'zh-CN': { text: '缺少 `{field}`', action: '请补充 `{field}`（{expected}）。' },
  },
  YQ1023: {
    en: { text: '`{field}` must be of type {expected}, but is {found}', action: 'Correct the value.' },
    'zh-CN': { text: '`{field}` 的类型应为 {expected}，实际为 {found}', action: '请修正取值。' },
  },
  YQ1024: {
    en: { text: '`{field}` must be text, but is {found}', action: 'Put the value in quotes.' },
    'zh-CN': { text: '`{field}` 必须是文本，实际为 {found}', action: '请给该值加上引号。' },
  },
  YQ1025: {
    en: {
      text: '`{field}` must be a number, but is {found}',
      action: 'Give a plain number without unit or quotes: the unit stands in the name of the field.',
    },
    'zh-CN': { text: '`{field}` 必须是数字，实际为 {found}', action: '请填写不带单位和引号的数字：单位已在字段名中。' },
  },
  YQ1026: {
    en: { text: '`{field}` must be a whole number, but is {found}', action: 'Round it as the field means it.' },
    'zh-CN': { text: '`{field}` 必须是整数，实际为 {found}', action: '请按字段含义取整。' },
  },
  YQ1027: {
    en: { text: '`{field}` may not be {found}', action: 'Use one of: {options}.' },
    'zh-CN': { text: '`{field}` 不可取 {found}', action: '可取值：{options}。' },
  },
  YQ1028: {
    en: { text: '`{field}` may not be {found}', action: 'Did you mean `{near}`? Possible: {options}.' },
    'zh-CN': { text: '`{field}` 不可取 {found}', action: '是否想写 `{near}`？可取值：{options}。' },
  },
  YQ1029: {
    en: { text: '`{field}` is {found}, but must be {bound} {minimum}', action: 'Correct the value.' },
    'zh-CN': { text: '`{field}` 为 {found}，但必须 {bound} {minimum}', action: '请修正取值。' },
  },
  YQ1030: {
    en: { text: '`{field}` is {found}, but may be at most {maximum}', action: 'Correct the value; check its unit.' },
    'zh-CN': { text: '`{field}` 为 {found}，但最大只能为 {maximum}', action: '请修正取值，并核对单位。' },
  },
  YQ1031: {
    en: { text: '`{field}` is empty', action: 'Give it a text, or remove the field where it is optional.' },
    'zh-CN': { text: '`{field}` 为空', action: '请填写内容；若为可选字段，可删除。' },
  },
  YQ1032: {
    en: {
      text: 'The file is not UTF-8; it was read as {encoding}',
      action: 'Check that names look right, or save the file as UTF-8.',
    },
    'zh-CN': {
      text: '文件不是 UTF-8 编码，已按 {encoding} 读取',
      action: '请核对名称显示是否正确，或将文件另存为 UTF-8。',
    },
  },
  YQ1033: {
    en: {
      text: 'The UTF-8 text is damaged: {count} characters could not be read and were replaced',
      action: 'Fetch the file again; it may have been cut or converted wrongly.',
    },
    'zh-CN': {
      text: 'UTF-8 文本已损坏：{count} 个字符无法识别，已被替换',
      action: '请重新获取文件；它可能被截断或转换有误。',
    },
  },
  YQ1034: {
    en: { text: '`{field}` has too few entries', action: 'Give at least {minimum}.' },
    'zh-CN': { text: '`{field}` 的条目过少', action: '至少需要 {minimum} 项。' },
  },
  YQ1035: {
    en: { text: '`{field}` is {found}, which has not the right form', action: 'It must match {pattern}.' },
    'zh-CN': { text: '`{field}` 为 {found}，格式不正确', action: '须匹配 {pattern}。' },
  },
  YQ1036: {
    en: {
      text: '`{field}` is not valid: {message}',
      action: 'Correct the value; `yunqian schema explain` tells what the field means.',
    },
    'zh-CN': { text: '`{field}` 无效：{message}', action: '请修正取值；可用 `yunqian schema explain` 查看字段含义。' },
  },
  YQ1037: {
    en: {
      text: '`{field}` must be a list, but is {found}',
      action: 'Write its entries below it, each on a line with `- ` in front.',
    },
    'zh-CN': { text: '`{field}` 必须是列表，实际为 {found}', action: '请在其下逐行书写条目，每行以 `- ` 开头。' },
  },
  YQ1038: {
    en: {
      text: '`{field}` must be a mapping of fields, but is {found}',
      action: 'Write its fields below it, indented, as `name: value`.',
    },
    'zh-CN': {
      text: '`{field}` 必须是由字段组成的映射，实际为 {found}',
      action: '请在其下缩进书写字段，形如 `名称: 值`。',
    },
  },
  YQ1039: {
    en: { text: '`{field}` must be true or false, but is {found}', action: 'Write `true` or `false` without quotes.' },
    'zh-CN': { text: '`{field}` 必须是 true 或 false，实际为 {found}', action: '请填写不带引号的 `true` 或 `false`。' },
  },
  YQ1040: {
    en: {
      text: 'The counts of this fleet stand for {count} hosts; at most {maximum} can be planned',
      action: 'Check the `count` fields of racks and hosts: they multiply.',
    },
    'zh-CN': {
      text: '此 fleet 展开后有 {count} 台主机，最多可规划 {maximum} 台',
      action: '请检查机柜与主机的 `count` 字段：两者相乘。',
    },
  },
  YQ1060: {
    en: {
      text: 'The file cannot be read or written: {reason}',
      action: 'Check the path, its permissions and the free space.',
    },
    'zh-CN': { text: '文件无法读写：{reason}', action: '请检查路径、权限与剩余空间。' },
  },
} as const satisfies Messages;
