/** What a field means: a title, and a sentence where the title does not say it all. */
export interface FieldText {
  readonly en: readonly [title: string, description?: string];
  readonly 'zh-CN': readonly [title: string, description?: string];
}

/** By path below the document, lists and alternatives passed through: `workloads.vcpus`; `` is the document. */
export type FieldTexts = Readonly<Record<string, FieldText>>;
