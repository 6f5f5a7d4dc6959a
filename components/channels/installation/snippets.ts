/** What goes into a site. `server` is an origin, `channel` a uuid: unlike a key it is nobody else's. */
export interface Installed {
  server: string;
  channel: string;
}

export const PLACES = ['html', 'next', 'react', 'vue', 'gtm', 'wordpress', 'shopify'] as const;
export type Place = (typeof PLACES)[number];

export function tagOf({ server, channel }: Installed): string {
  return `<script async src="${server}/widget.js" data-channel="${channel}"></script>`;
}

/** The code for a place; where a tag is pasted into some field, the tag. */
export function snippetFor(place: Place, installed: Installed): string {
  const { server, channel } = installed;
  switch (place) {
    case 'next':
      return `// app/layout.tsx
import Script from 'next/script';

// inside <body>
<Script src="${server}/widget.js" data-channel="${channel}" strategy="afterInteractive" />`;
    case 'react':
      return `import { useEffect } from 'react';

useEffect(() => {
  if (document.querySelector('script[data-channel]')) return;
  const script = document.createElement('script');
  script.async = true;
  script.src = '${server}/widget.js';
  script.dataset.channel = '${channel}';
  document.body.append(script);
}, []);`;
    case 'vue':
      return `// App.vue, <script setup>
import { onMounted } from 'vue';

onMounted(() => {
  if (document.querySelector('script[data-channel]')) return;
  const script = document.createElement('script');
  script.async = true;
  script.src = '${server}/widget.js';
  script.dataset.channel = '${channel}';
  document.body.append(script);
});`;
    case 'gtm':
      // The tag manager drops data- attributes of tags that it inserts.
      return `<script>
  (function () {
    var script = document.createElement('script');
    script.async = true;
    script.src = '${server}/widget.js';
    script.setAttribute('data-channel', '${channel}');
    document.body.appendChild(script);
  })();
</script>`;
    default:
      return tagOf(installed);
  }
}

/** What a strict content security policy must let through: code, conversations, pictures. Styles need nothing. */
export function policyFor({ server }: Installed): string {
  return `script-src ${server}; connect-src ${server}; img-src ${server}`;
}

/** A page for an app's web view: the widget alone, open. */
export function webViewPage(installed: Installed): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Help</title>
<script>
  window.signalbox ??= function () { (signalbox.q ??= []).push(arguments); };
  signalbox('open');
</script>
${tagOf(installed)}`;
}

/** Calls before the widget has loaded are kept and made then. */
export const apiExamples = `window.signalbox ??= function () { (signalbox.q ??= []).push(arguments); };

signalbox('open');                     // also 'close' and 'toggle'
signalbox('identify', jwt);            // who the visitor is; see Authentication
signalbox('page', { title: 'Cart', metadata: { total: 129 } });
signalbox('language', 'fr');
signalbox('on', 'ready', () => {});
signalbox('reset');                    // forget the visitor, as after signing out`;
