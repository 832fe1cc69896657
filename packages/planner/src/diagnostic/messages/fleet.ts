import type { Messages } from './message.ts';

/** YQ12xx: fleets. Append-only. Codes come from `Finding`s of hw-model. */
export const fleetMessages = {
  YQ1201: {
    en: {
      text: 'No profile named "{profile}"',
      action: 'Add the profile under `profiles`, or correct the name. Until then these hosts are left out.',
    },
    'zh-CN': {
      text: '没有名为“{profile}”的主机规格',
      action: '在 `profiles` 中补充该规格，或改正名称；在此之前这些主机不计入资源。',
    },
  },
  YQ1202: {
    en: {
      text: 'No zone named "{zone}"',
      action: 'Add the zone under `zones` with its kind and MLPS level, or correct the name.',
    },
    'zh-CN': { text: '没有名为“{zone}”的安全域', action: '在 `zones` 中补充该安全域及其类型和等保级别，或改正名称。' },
  },
  YQ1203: {
    en: {
      text: 'The id "{id}" stands twice among its siblings',
      action:
        'Give each entry its own id; remember that a count writes numbered ids out (`r` with count 2 is `r-01`, `r-02`).',
    },
    'zh-CN': {
      text: '同级中编号“{id}”重复',
      action: '为每个条目使用不同的编号；注意数量会展开为带序号的编号（`r` 数量为 2 即 `r-01`、`r-02`）。',
    },
  },
  YQ1204: {
    en: {
      text: 'The catalogue has no model "{id}"',
      action:
        'Run `yunqian catalog list` to find the id, or leave the model out and state units and power yourself; planning defaults are used meanwhile.',
    },
    'zh-CN': {
      text: '硬件目录中没有型号“{id}”',
      action: '用 `yunqian catalog list` 查找编号；或不写型号而直接给出占用 U 数与功率；目前按规划默认值计算。',
    },
  },
  YQ1205: {
    en: {
      text: 'The catalogue has no published host build "{id}"',
      action:
        'Use one of `virtualization-host/...` from `yunqian catalog list`, or give `cpu` and `memory` in the profile.',
    },
    'zh-CN': {
      text: '硬件目录中没有已公布的主机配置“{id}”',
      action: '从 `yunqian catalog list` 中选用 `virtualization-host/...`，或在规格中给出 `cpu` 与 `memory`。',
    },
  },
  YQ1206: {
    en: {
      text: 'Profile "{profile}" has no CPU figures',
      action:
        'Give `cpu` (sockets, cores per socket), a published `build`, or a `server` whose row states them. Its hosts sell no vCPU until then.',
    },
    'zh-CN': {
      text: '规格“{profile}”缺少 CPU 数据',
      action:
        '给出 `cpu`（路数、每路核数）、已公布的 `build`，或目录中载有这些数据的 `server`；在此之前其主机没有可售 vCPU。',
    },
  },
  YQ1207: {
    en: {
      text: 'Profile "{profile}" has no memory figures',
      action: 'Give `memory.installedGiB` or a published `build`. Its hosts offer no memory until then.',
    },
    'zh-CN': {
      text: '规格“{profile}”缺少内存数据',
      action: '给出 `memory.installedGiB` 或已公布的 `build`；在此之前其主机没有可用内存。',
    },
  },
  YQ1208: {
    en: {
      text: 'Rack "{rack}" holds {usedUnits} U of devices in {units} U',
      action: 'Move devices to another rack, or correct counts and units.',
    },
    'zh-CN': {
      text: '机柜“{rack}”仅有 {units} U，设备却占 {usedUnits} U',
      action: '将部分设备移到其他机柜，或改正数量与 U 数。',
    },
  },
  YQ1209: {
    en: {
      text: 'Rack "{rack}" draws {usedW} W against a limit of {limitW} W',
      action: 'Move devices to another rack, raise the feed, or state measured power in the profile.',
    },
    'zh-CN': {
      text: '机柜“{rack}”功耗 {usedW} W，超过上限 {limitW} W',
      action: '将部分设备移到其他机柜、提高供电，或在规格中填写实测功率。',
    },
  },
  YQ1210: {
    en: {
      text: 'Room "{room}" draws {usedW} W against a limit of {limitW} W',
      action: 'Take racks out of the room or raise its limit.',
    },
    'zh-CN': {
      text: '机房“{room}”功耗 {usedW} W，超过上限 {limitW} W',
      action: '减少该机房的机柜，或提高其供电上限。',
    },
  },
  YQ1211: {
    en: {
      text: 'Rack "{rack}" has hosts but no top-of-rack switches',
      action: 'Add `tor` with its model and uplink; without it the uplink is not a constraint of the plan.',
    },
    'zh-CN': {
      text: '机柜“{rack}”有主机但没有接入（ToR）交换机',
      action: '补充 `tor` 的型号与上行带宽；否则规划不受上行带宽约束。',
    },
  },
  YQ1212: {
    en: {
      text: 'Host entry "{host}" stands in no zone',
      action: 'Set `zone` on the host or on its rack; workloads that name a zone cannot run there.',
    },
    'zh-CN': {
      text: '主机条目“{host}”不属于任何安全域',
      action: '在主机或机柜上设置 `zone`；指定了安全域的工作负载不能在其上运行。',
    },
  },
  YQ1213: {
    en: {
      text: 'Profile "{profile}" keeps {overheadThreads} threads for the platform and has none left to sell',
      action: 'Correct sockets, cores, threads or `overheadThreads`.',
    },
    'zh-CN': {
      text: '规格“{profile}”为平台预留 {overheadThreads} 个线程，已无可售线程',
      action: '改正路数、核数、线程数或 `overheadThreads`。',
    },
  },
  YQ1214: {
    en: {
      text: 'Profile "{profile}" keeps {reservedGiB} GiB of {installedGiB} GiB for the platform',
      action: 'Correct `installedGiB` or `reservedGiB`.',
    },
    'zh-CN': {
      text: '规格“{profile}”安装 {installedGiB} GiB 内存，平台却预留 {reservedGiB} GiB',
      action: '改正 `installedGiB` 或 `reservedGiB`。',
    },
  },
  YQ1215: {
    en: { text: 'Storage pool "{pool}" has no capacity', action: 'Give `usableGiB`, or `rawGiB` with `usableRatio`.' },
    'zh-CN': { text: '存储池“{pool}”没有容量', action: '给出 `usableGiB`，或给出 `rawGiB` 与 `usableRatio`。' },
  },
  YQ1216: {
    en: {
      text: 'No published volume type "{type}"',
      action: 'Use sata, sas, gpssd, ssd, essd, object or file, or keep your own name if the estate uses the same one.',
    },
    'zh-CN': {
      text: '没有已公布的卷类型“{type}”',
      action: '使用 sata、sas、gpssd、ssd、essd、object 或 file；若业务清单使用同一名称，也可保留自定义名称。',
    },
  },
  YQ1217: {
    en: {
      text: 'Rack "{rack}" states an uplink of {uplinkMbps} Mbit/s, but its switches have ports for {portsMbps} Mbit/s in all',
      action: 'Correct the uplink, the switch model or their count.',
    },
    'zh-CN': {
      text: '机柜“{rack}”的上行带宽为 {uplinkMbps} Mbit/s，而其交换机全部端口合计仅 {portsMbps} Mbit/s',
      action: '改正上行带宽、交换机型号或数量。',
    },
  },
  YQ1218: {
    en: {
      text: '{model} carries at most {max} {field}, the profile states {value}',
      action: 'Correct the figure or choose another server model.',
    },
    'zh-CN': {
      text: '{model} 的 {field} 最大为 {max}，规格中写为 {value}',
      action: '改正该数值，或选用其他服务器型号。',
    },
  },
  YQ1219: {
    en: {
      text: 'Profile "{profile}" says {arch}, but {model} is {modelArch}',
      action: 'Set `arch: {modelArch}` or choose another server model.',
    },
    'zh-CN': {
      text: '规格“{profile}”的架构为 {arch}，而 {model} 为 {modelArch}',
      action: '设置 `arch: {modelArch}`，或选用其他服务器型号。',
    },
  },
  YQ1220: {
    en: {
      text: 'Link "{link}" ends at "{site}", which is no site',
      action: 'Use `cloud/site` of this document, or `source`.',
    },
    'zh-CN': { text: '链路“{link}”的端点“{site}”不是已有站点', action: '使用本文档中的 `云/站点`，或 `source`。' },
  },
  YQ1221: {
    en: {
      text: 'No host stands in zone "{zone}"',
      action: 'Assign racks or hosts to it, or remove the zone; workloads that name it cannot be placed.',
    },
    'zh-CN': {
      text: '安全域“{zone}”中没有主机',
      action: '为其分配机柜或主机，或删除该安全域；指定它的工作负载无法放置。',
    },
  },
  YQ1222: {
    en: {
      text: '`assumed` names "{field}", which this entry does not give',
      action: 'Correct the name (dots reach into nested fields), or remove it.',
    },
    'zh-CN': {
      text: '`assumed` 中的“{field}”在该条目中并未给出',
      action: '改正名称（用点号表示嵌套字段），或将其删除。',
    },
  },
} as const satisfies Messages;
