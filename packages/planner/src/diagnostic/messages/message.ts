/** One code's text and the action to take, in both languages. `{name}` is replaced by the parameter of that name. */
export interface Message {
  readonly en: { readonly text: string; readonly action: string };
  readonly 'zh-CN': { readonly text: string; readonly action: string };
}
export type Messages = Readonly<Record<`YQ${number}`, Message>>;
