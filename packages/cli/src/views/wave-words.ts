import type { Assessment, ReadinessFinding } from '@yunqian/planner';
import type { Text } from '../text.ts';

export const findingStatus: Readonly<Record<ReadinessFinding['status'], Text>> = {
  blocking: { en: 'BLOCKING', 'zh-CN': '阻断' },
  waived: { en: 'waived', 'zh-CN': '已豁免' },
  warning: { en: 'warning', 'zh-CN': '警告' },
};

export const difficultyName: Readonly<Record<Assessment['difficulty'], Text>> = {
  easy: { en: 'easy', 'zh-CN': '容易' },
  moderate: { en: 'moderate', 'zh-CN': '中等' },
  hard: { en: 'hard', 'zh-CN': '困难' },
  veryHard: { en: 'very hard', 'zh-CN': '非常困难' },
};

export const confidenceName: Readonly<Record<Assessment['confidence'], Text>> = {
  high: { en: 'high', 'zh-CN': '高' },
  medium: { en: 'medium', 'zh-CN': '中' },
  low: { en: 'low', 'zh-CN': '低' },
};
