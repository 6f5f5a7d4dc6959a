/** @jsxImportSource @/lib/widget/dom */
import type { Person } from '../protocol';
import type { Frame } from './frame';

/** A picture over the initials, which show where there is none or the page's policy keeps it out. */
export function Avatar({ person, acts }: Pick<Frame, 'acts'> & { person: Person }) {
  const { name, avatar } = person;
  const source = avatar && /^(\/|https?:|data:image)/.test(avatar) && acts.addressOf(avatar);
  return (
    <span class="avatar" aria-hidden="true">
      {(!source && avatar) || initials(name)}
      {source && <img key={source} src={source} alt="" onError={giveWay} />}
    </span>
  );
}

/** Nothing else sets `hidden` on these, so it stays. */
export function giveWay({ currentTarget }: { currentTarget: HTMLElement }): void {
  currentTarget.hidden = true;
}

function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][^\s-]*/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
