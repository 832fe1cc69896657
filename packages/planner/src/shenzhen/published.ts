/**
 * What is published about the case (article 数字深圳：云上的政务): 53 bureaus of which it names 14, 230+ systems of
 * which it names 17, one data centre in the first phase, nine months from early 2019. English names are ours.
 */
export const bureauCount = 53;
export const systemCount = 230;

/** The bureaus named, in the article's short forms. */
export const namedBureaus = [
  { id: 'human-resources', name: 'Human Resources and Social Security', nameZh: '人社' },
  { id: 'education', name: 'Education', nameZh: '教育' },
  { id: 'civil-affairs', name: 'Civil Affairs', nameZh: '民政' },
  { id: 'finance', name: 'Finance', nameZh: '财政' },
  { id: 'transport', name: 'Transport', nameZh: '交通' },
  { id: 'water', name: 'Water Affairs', nameZh: '水务' },
  { id: 'audit', name: 'Audit', nameZh: '审计' },
  { id: 'meteorology', name: 'Meteorology', nameZh: '气象' },
  { id: 'taxation', name: 'Taxation', nameZh: '税务' },
  { id: 'archives', name: 'Archives', nameZh: '档案' },
  { id: 'emergency', name: 'Emergency Management', nameZh: '应急管理' },
  { id: 'financial-regulation', name: 'Financial Regulation', nameZh: '金融监督' },
  { id: 'general-office', name: 'Government General Office', nameZh: '政府办公厅' },
  { id: 'data-resources', name: 'Big Data Resources Management Centre', nameZh: '市大数据资源管理中心' },
] as const;

export type BureauId = (typeof namedBureaus)[number]['id'];

/** Where the people who use a system reach it from: its front stands in that zone. Assumed for every system. */
export type Reach = 'internet' | 'public' | 'private';

export interface NamedSystem {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  /** From the system's own name where it names its owner, else assumed. */
  readonly tenant: BureauId;
  readonly tenantPublished: boolean;
  readonly reach: Reach;
}

const own = (tenant: BureauId) => ({ tenant, tenantPublished: true });
const assumed = (tenant: BureauId) => ({ tenant, tenantPublished: false });

/** The systems named, in the article's order. */
export const namedSystems: readonly NamedSystem[] = [
  { id: 'ishenzhen', name: 'iShenzhen App', nameZh: 'i深圳', ...assumed('data-resources'), reach: 'internet' },
  {
    id: 'public-trading',
    name: 'Public Trading Platform',
    nameZh: '公共交易平台',
    ...assumed('general-office'),
    reach: 'internet',
  },
  {
    id: 'service-platform',
    name: 'Government Service Platform',
    nameZh: '政务服务平台',
    ...assumed('data-resources'),
    reach: 'internet',
  },
  {
    id: 'smart-office',
    name: 'Smart Government Office',
    nameZh: '智能政务办公系统',
    ...assumed('general-office'),
    reach: 'public',
  },
  {
    id: 'exchange-sharing',
    name: 'Resource Exchange and Sharing Platform',
    nameZh: '资源交换共享平台',
    ...assumed('data-resources'),
    reach: 'public',
  },
  {
    id: 'early-warning',
    name: 'Early Warning and Forecast',
    nameZh: '预警预报系统',
    ...assumed('meteorology'),
    reach: 'internet',
  },
  {
    id: 'emergency-wechat',
    name: 'Emergency Management WeChat Platform',
    nameZh: '应急管理局微信公众号管理平台',
    ...own('emergency'),
    reach: 'internet',
  },
  {
    id: 'safety-management',
    name: 'Integrated Safety Management',
    nameZh: '安全管理综合信息系统',
    ...assumed('emergency'),
    reach: 'private',
  },
  {
    id: 'fiscal-information',
    name: 'Fiscal Information Management',
    nameZh: '财政信息管理系统',
    ...own('finance'),
    reach: 'private',
  },
  {
    id: 'service-system',
    name: 'Government Service System',
    nameZh: '政务服务系统',
    ...assumed('data-resources'),
    reach: 'public',
  },
  {
    id: 'social-governance',
    name: 'Social Co-governance Support Platform',
    nameZh: '社会多元共治信息化支撑平台',
    ...assumed('civil-affairs'),
    reach: 'public',
  },
  {
    id: 'performance-appraisal',
    name: 'Performance Appraisal',
    nameZh: '绩效考核系统',
    ...assumed('human-resources'),
    reach: 'private',
  },
  { id: 'fiscal-approval', name: 'Fiscal Approval', nameZh: '财政审批系统', ...own('finance'), reach: 'private' },
  {
    id: 'construction-archives',
    name: 'Urban Construction Archives',
    nameZh: '城建档案系统',
    ...own('archives'),
    reach: 'private',
  },
  { id: 'sponge-city', name: 'Smart Sponge City', nameZh: '智慧海绵系统', ...assumed('water'), reach: 'public' },
  {
    id: 'financial-services',
    name: 'Financial Services Platform',
    nameZh: '金融监督局金融服务平台',
    ...own('financial-regulation'),
    reach: 'internet',
  },
  {
    id: 'government-wechat',
    name: 'Government WeChat',
    nameZh: '政务微信项目',
    ...own('general-office'),
    reach: 'internet',
  },
];
