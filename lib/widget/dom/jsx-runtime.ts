/**
 * JSX for the widget: what a library's renderer would cost is a third of all that a page may load. Components are
 * plain functions of their properties and keep nothing; all state is in `state.ts`.
 */
import type { Child, Element, Properties } from './node';

export function jsx(type: string | Component, properties: Properties, key?: string): Element | null {
  const made = typeof type === 'string' ? { tag: type, properties } : type(properties);
  return made && key !== undefined ? { ...made, key } : made;
}

export const jsxs = jsx;

type Component = (properties: Properties) => Element | null;

type Handler<E, Target> = (event: E & { currentTarget: Target }) => void;

/** Attributes by their names in HTML; what is not here is not used. */
type Attributes<Target> = {
  [name: `aria-${string}`]: string | boolean | undefined;
  children?: Child;
  key?: string;
  ref?: (element: Target) => void;
  onClick?: Handler<MouseEvent, Target>;
  onInput?: Handler<InputEvent, Target>;
  onChange?: Handler<Event, Target>;
  onSubmit?: Handler<SubmitEvent, Target>;
  onKeyDown?: Handler<KeyboardEvent, Target>;
  onPaste?: Handler<ClipboardEvent, Target>;
  onScroll?: Handler<Event, Target>;
  onError?: Handler<Event, Target>;
} & {
  [name in 'class' | 'role' | 'id' | 'lang' | 'type' | 'name' | 'href' | 'target' | 'rel' | 'src' | 'alt']?: string;
} & { [name in 'for' | 'datetime' | 'autocomplete' | 'placeholder' | 'value' | 'd' | 'viewBox']?: string } & {
  [name in 'tabindex' | 'rows' | 'maxlength' | 'width' | 'height' | 'max']?: number;
} & { [name in 'disabled' | 'hidden' | 'multiple' | 'novalidate']?: boolean };

type Elements = HTMLElementTagNameMap & Pick<SVGElementTagNameMap, 'svg' | 'path'>;

export declare namespace JSX {
  type Element = import('./node').Element | null;
  type IntrinsicElements = { [Tag in keyof Elements]: Attributes<Elements[Tag]> };
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicAttributes {
    key?: string;
  }
}
