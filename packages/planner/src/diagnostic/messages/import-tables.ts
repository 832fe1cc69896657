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
  YQ1404: {
    en: {
      text: '{count} more of {code} in {table} are not listed',
      action: 'Settle those that are listed, then import again',
    },
    'zh-CN': { text: '{table} 中另有 {count} 处 {code} 未逐一列出', action: '请先处理已列出的各处，再重新导入' },
  },
  YQ1405: {
    en: { text: 'The file is empty', action: 'Export it again; a tab without rows still has a header' },
    'zh-CN': { text: '文件为空', action: '请重新导出；没有数据的表也应有表头' },
  },
  YQ1406: {
    en: {
      text: 'An old Excel file (.xls) or a workbook with a password',
      action: 'Save it as .xlsx without a password, or as csv',
    },
    'zh-CN': { text: '这是旧版 Excel 文件（.xls）或带密码的工作簿', action: '请另存为不带密码的 .xlsx，或存为 csv' },
  },
  YQ1407: {
    en: {
      text: 'The workbook cannot be read: {detail}',
      action: 'Open it in a spreadsheet program and save it again, or export it anew',
    },
    'zh-CN': { text: '无法读取工作簿：{detail}', action: '请用电子表格软件打开后重新保存，或重新导出' },
  },
  YQ1408: {
    en: {
      text: 'The workbook is too large to open: {size}, the limit is {limit}',
      action: 'Export the tabs as csv, or split the export by vCenter',
    },
    'zh-CN': {
      text: '工作簿过大，无法打开：{size}，上限为 {limit}',
      action: '请将各表导出为 csv，或按 vCenter 拆分导出',
    },
  },
  YQ1409: {
    en: {
      text: 'A quotation mark is opened here and never closed; from here on quotation marks are read as plain text',
      action: 'Close it, or check whether the file was cut off',
    },
    'zh-CN': { text: '此处的引号没有闭合；从此处起引号按普通字符读取', action: '请补上引号，或检查文件是否不完整' },
  },
  YQ1410: {
    en: {
      text: '{count} NUL bytes were removed',
      action: 'Check that the file was transferred as text and not damaged',
    },
    'zh-CN': { text: '已去除 {count} 个 NUL 字节', action: '请检查文件是否以文本方式传输、是否损坏' },
  },
  YQ1411: {
    en: {
      text: 'The file is JSON, YAML or XML, not a table',
      action: 'Import it with the format that it belongs to, or leave it out',
    },
    'zh-CN': { text: '文件是 JSON、YAML 或 XML，不是表格', action: '请用与之对应的格式导入，或不要导入此文件' },
  },
  YQ1412: {
    en: {
      text: '"{value}" in column "{column}" is not a number that can be used; the cell counts as empty',
      action: 'Correct the cell: a number from 0 to {max}, for sizes in MiB',
    },
    'zh-CN': {
      text: '列“{column}”中的“{value}”不是可用的数字，按空单元格处理',
      action: '请改正该单元格：应为 0 到 {max} 之间的数字，容量以 MiB 计',
    },
  },
  YQ1413: {
    en: {
      text: 'The file ends in the middle of this row; the row is left out',
      action: 'Export {table} again and compare the file sizes',
    },
    'zh-CN': { text: '文件在此行中途结束，该行未导入', action: '请重新导出 {table}，并核对文件大小' },
  },
  YQ1414: {
    en: {
      text: 'Table {table} lacks the required columns: {columns}',
      action: 'Export it with all columns, or check that it is the right tab',
    },
    'zh-CN': { text: '表 {table} 缺少必需的列：{columns}', action: '请导出全部列，或确认是否选对了表' },
  },
  YQ1415: {
    en: { text: 'Column "{column}" appears more than once; the first is used', action: 'Delete or rename the others' },
    'zh-CN': { text: '列“{column}”出现多次，只使用第一列', action: '请删除或重命名其余的列' },
  },
  YQ1416: {
    en: {
      text: 'Written in {unit}, read in {binary}, since these tools count in powers of two: {columns}',
      action: 'Nothing, if that is so; else convert the columns',
    },
    'zh-CN': {
      text: '以下列标为 {unit}，按 {binary} 读取，因为这些工具实际按 2 的幂计：{columns}',
      action: '如属实则无需处理；否则请先换算该列',
    },
  },
  YQ1417: {
    en: {
      text: '{count} rows of {table} have more cells than the header has ({width}); the surplus is ignored',
      action: 'Check the quotation marks and the delimiter from this row on',
    },
    'zh-CN': {
      text: '{table} 有 {count} 行的单元格多于表头（{width} 列），多出的部分已忽略',
      action: '请从此行起检查引号与分隔符',
    },
  },
  YQ1418: {
    en: {
      text: 'Table {table} is not a part of {format}; it is left out',
      action: 'Import it with its own format, or leave it out',
    },
    'zh-CN': { text: '表 {table} 不属于 {format}，未导入', action: '请用其对应的格式导入，或不要导入' },
  },
  YQ1420: {
    en: { text: 'There is no vInfo tab: without it no VM has a size', action: 'Add the vInfo tab of the same export' },
    'zh-CN': { text: '没有 vInfo 表：缺少它就没有虚拟机规格', action: '请加入同一次导出的 vInfo 表' },
  },
  YQ1421: {
    en: { text: 'VM "{name}" has no vCPUs or no memory; it is left out', action: 'Fill in both figures' },
    'zh-CN': { text: '虚拟机“{name}”没有 vCPU 或内存，未导入', action: '请补全这两项' },
  },
  YQ1422: {
    en: {
      text: 'VM "{name}" was seen before (line {line}); this row is left out',
      action: 'Delete one of the two rows; where they differ, keep the right one',
    },
    'zh-CN': {
      text: '虚拟机“{name}”此前已出现（第 {line} 行），此行未导入',
      action: '请删除其中一行；若两行不同，保留正确的一行',
    },
  },
  YQ1423: {
    en: {
      text: '{count} VMs are named "{name}"; all are kept, told apart by their VM ID',
      action: 'Nothing, or give them names of their own',
    },
    'zh-CN': { text: '有 {count} 台虚拟机同名“{name}”，全部保留，以 VM ID 区分', action: '无需处理，或为其各起名称' },
  },
  YQ1424: {
    en: { text: 'Disk "{disk}" of VM "{name}" has no capacity; it is left out', action: 'Fill in the capacity' },
    'zh-CN': { text: '虚拟机“{name}”的磁盘“{disk}”没有容量，未导入', action: '请补全容量' },
  },
  YQ1425: {
    en: {
      text: 'VM "{name}" has {expected} disks by vInfo and {found} by vDisk',
      action: 'Export both tabs at one time; the disks of vDisk are used',
    },
    'zh-CN': {
      text: '虚拟机“{name}”在 vInfo 中有 {expected} 块磁盘，在 vDisk 中有 {found} 块',
      action: '请在同一时刻导出两表；以 vDisk 为准',
    },
  },
  YQ1426: {
    en: {
      text: 'DRS rule "{name}" of type "{type}" cannot be taken over',
      action: 'Write it as a rule of the policy, if it is to hold at the target',
    },
    'zh-CN': { text: '无法沿用类型为“{type}”的 DRS 规则“{name}”', action: '如需在目标侧生效，请在策略中写成规则' },
  },
  YQ1427: {
    en: {
      text: '{count} VMs have no rows in vDisk; each gets one volume of its total disk size',
      action: 'Add the vDisk tab to plan single disks',
    },
    'zh-CN': {
      text: '{count} 台虚拟机在 vDisk 中没有记录，各按磁盘总量计为一个卷',
      action: '如需按单块磁盘规划，请加入 vDisk 表',
    },
  },
  YQ1428: {
    en: {
      text: '{table} has rows of VM "{name}", which the inventory does not have, or has more than once; they are left out',
      action: 'Export all tabs at one time',
    },
    'zh-CN': {
      text: '{table} 中有虚拟机“{name}”的行，但清单中没有它，或有多台同名；这些行未导入',
      action: '请在同一时刻导出所有表',
    },
  },
  YQ1429: {
    en: {
      text: 'VM "{name}" was "{state}" in vCenter; its figures may be out of date',
      action: 'Check whether it still exists',
    },
    'zh-CN': { text: '虚拟机“{name}”在 vCenter 中的状态为“{state}”，其数据可能已过时', action: '请确认它是否仍然存在' },
  },
  YQ1430: {
    en: {
      text: 'The format carries no sizes: {servers} servers stand in the estate as components, {systems} applications as systems, and there are no workloads to place',
      action: 'Import the same servers from RVTools or another inventory with vCPUs and memory',
    },
    'zh-CN': {
      text: '此格式不含规格：{servers} 台服务器记为组件，{systems} 个应用记为业务系统，没有可放置的工作负载',
      action: '请从 RVTools 或其他含 vCPU 与内存的清单导入同一批服务器',
    },
  },
  YQ1431: {
    en: { text: 'A row of {table} has no name; it is left out', action: 'Fill in the name' },
    'zh-CN': { text: '{table} 中有一行没有名称，未导入', action: '请补全名称' },
  },
  YQ1432: {
    en: { text: '"{name}" was seen before; this row is left out', action: 'Delete one of the two rows' },
    'zh-CN': { text: '“{name}”此前已出现，此行未导入', action: '请删除其中一行' },
  },
  YQ1433: {
    en: {
      text: '"{name}" depends on "{to}", which no row of the inventory describes; the dependency is left out',
      action: 'Add the application, or delete the row',
    },
    'zh-CN': { text: '“{name}”所依赖的“{to}”在清单中没有记录，该依赖未导入', action: '请补上该应用，或删除此行' },
  },
  YQ1434: {
    en: {
      text: 'Record type "{type}" is unknown; the row is left out',
      action: 'Use 1 for an application, 2 for a dependency',
    },
    'zh-CN': { text: '记录类型“{type}”未知，该行未导入', action: '应用请填 1，依赖请填 2' },
  },
  YQ1435: {
    en: {
      text: 'The direction of a dependency is "{direction}"; the row is left out',
      action: 'Write "southbound" (uses the other) or "northbound" (is used by it)',
    },
    'zh-CN': {
      text: '依赖方向为“{direction}”，该行未导入',
      action: '请填 southbound（使用对方）或 northbound（被对方使用）',
    },
  },
  YQ1436: {
    en: {
      text: 'Application "{name}" is spread over several waves: {waves}; the earliest gives its priority',
      action: 'Move its servers into one wave, or split the application',
    },
    'zh-CN': {
      text: '应用“{name}”分布在多个批次：{waves}；以最早的批次定其优先级',
      action: '请将其服务器归入同一批次，或拆分该应用',
    },
  },
  YQ1437: {
    en: {
      text: 'The file describes the tables or pipelines of Cloud Migration Factory, not servers',
      action: 'Export the servers as an intake form (xlsx or csv)',
    },
    'zh-CN': {
      text: '文件描述的是 Cloud Migration Factory 的表结构或流水线，不是服务器',
      action: '请将服务器导出为登记表（xlsx 或 csv）',
    },
  },
  YQ1438: {
    en: {
      text: 'Server "{name}" has {expected} disks, but {found} with a size',
      action: 'Fill in the size of each disk',
    },
    'zh-CN': { text: '服务器“{name}”有 {expected} 块磁盘，但只有 {found} 块有容量', action: '请补全每块磁盘的容量' },
  },
  YQ1439: {
    en: {
      text: 'VM "{name}" has the VM UUID of "{other}", but another name and VM ID; both are kept',
      action: 'If it is one VM, delete one of the rows',
    },
    'zh-CN': {
      text: '虚拟机“{name}”与“{other}”的 VM UUID 相同，但名称和 VM ID 不同，两者均保留',
      action: '若为同一台虚拟机，请删除其中一行',
    },
  },
  YQ1440: {
    en: {
      text: 'The format knows no disk sizes: {count} workloads have no volumes',
      action: 'Add volumes before storage is planned',
    },
    'zh-CN': { text: '此格式不含磁盘容量：{count} 个工作负载没有卷', action: '规划存储之前请补充卷' },
  },
  YQ1441: {
    en: {
      text: 'Servers that have no application ({count}) cannot stand in an estate without sizes; they are left out',
      action: 'Give them an application',
    },
    'zh-CN': { text: '有 {count} 台服务器没有所属应用；此格式不含规格，无法单独列入', action: '请为其填写所属应用' },
  },
  YQ1442: {
    en: {
      text: '"{name}" depends on itself; the row is left out',
      action: 'Delete the row, or name the other application',
    },
    'zh-CN': { text: '“{name}”依赖于自身，该行未导入', action: '请删除此行，或填写另一个应用' },
  },
  YQ1443: {
    en: {
      text: 'The format carries no sizes: {systems} applications stand in the estate as systems, and there are no workloads to place',
      action: 'Import their servers from RVTools or another inventory with vCPUs and memory',
    },
    'zh-CN': {
      text: '此格式不含规格：{systems} 个应用记为业务系统，没有可放置的工作负载',
      action: '请从 RVTools 或其他含 vCPU 与内存的清单导入其服务器',
    },
  },
  YQ1444: {
    en: {
      text: 'No row of the files could be used',
      action: 'See the other diagnostics for the reasons, or check the format',
    },
    'zh-CN': { text: '文件中没有可用的行', action: '原因见其他诊断；或检查格式是否正确' },
  },
  YQ1445: {
    en: {
      text: 'DRS rule "{name}" has only one VM of the inventory; it is left out',
      action: 'Nothing, unless its other VMs should have been imported',
    },
    'zh-CN': { text: 'DRS 规则“{name}”在清单中只有一台虚拟机，未导入', action: '无需处理；除非其余虚拟机本应导入' },
  },
  YQ1446: {
    en: {
      text: 'A cell of this row runs to line {to} and holds what looks like whole rows',
      action: 'Check whether a quotation mark is missing; the rows inside the cell are not read',
    },
    'zh-CN': {
      text: '此行有一个单元格延续到第 {to} 行，其中似乎包含整行数据',
      action: '请检查是否缺少引号；该单元格内的行未被读取',
    },
  },
  YQ1447: {
    en: {
      text: '"{value}" in column "{column}" is not understood; the cell counts as empty',
      action: 'Write it as the tool that exports it does',
    },
    'zh-CN': { text: '无法理解列“{column}”中的“{value}”，按空单元格处理', action: '请按导出工具的写法填写' },
  },
  YQ1448: {
    en: {
      text: 'Several VMs share disk "{disk}", and its size differs between them; the largest counts, {sizeGiB} GiB',
      action: 'Export again; one disk has one size',
    },
    'zh-CN': {
      text: '多台虚拟机共享磁盘“{disk}”，但各处容量不同；取最大值 {sizeGiB} GiB',
      action: '请重新导出；同一块磁盘只有一个容量',
    },
  },
} as const satisfies Messages;
