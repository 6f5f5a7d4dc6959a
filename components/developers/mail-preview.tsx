import { useTranslations } from 'next-intl';

/** Loads nothing from anywhere: whoever wrote it shall not learn who reads. */
const HEAD = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<base target="_blank"><style>html{background:#fff;color:#1a1a1a;overflow-wrap:anywhere}</style>`;

/** A mail as its reader sees it: in a frame without scripts, forms, or our origin. Its links open beside. */
export function MailPreview({ html }: { html: string }) {
  const t = useTranslations('mail.page');
  return (
    <iframe
      title={t('preview')}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={`${HEAD}${html}`}
      className="block h-80 w-full resize-y rounded-sm border border-line bg-white [color-scheme:light]"
    />
  );
}
