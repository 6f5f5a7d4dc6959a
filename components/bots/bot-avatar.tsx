import { Avatar } from '@/components/ui/avatar';

/** The picture, the emoji, or the initials of a bot. Decoration beside its name. */
export function BotAvatar({ name, avatar }: { name: string; avatar: string | null }) {
  const given = avatar?.trim() ?? '';
  if (/^(https?:\/\/|\/)/.test(given)) {
    return (
      // biome-ignore lint/performance/noImgElement: an address of the account's own choice
      <img src={given} alt="" className="size-6 shrink-0 rounded-full object-cover" />
    );
  }
  if (given !== '') {
    return (
      <span
        aria-hidden="true"
        className="grid size-6 shrink-0 place-items-center overflow-hidden rounded-full bg-surface-3 text-sm"
      >
        {[...new Intl.Segmenter().segment(given)][0]?.segment}
      </span>
    );
  }
  return <Avatar name={name} kind="automation" />;
}
