/** A text in both languages; commands carry theirs beside the code. */
export interface Text {
  readonly en: string;
  readonly 'zh-CN': string;
}
