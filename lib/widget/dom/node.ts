/** What a component describes. `made`: the node that stands for it in the page. */
export type Element = { tag: string; properties: Properties; key?: string; made?: HTMLElement; inside?: Keyed };
export type Child = Element | string | number | boolean | null | undefined | readonly Child[];
export type Properties = Readonly<Record<string, unknown>> & { children?: Child };

/** Children by key, in order. */
export type Keyed = Map<string, Element | TextNode>;
export type TextNode = { text: string; made?: Text };
