/**
 * `widget-preview.js`: the widget as a page shows it, from messages of the page around it instead of a server.
 * The frame says `{ signalbox: 'preview-ready' }` once, and shows each
 * `{ signalbox: 'preview', config, language, view, … }` that it gets from its parent (see `PreviewMessage`).
 */
import type { Acts } from './acts';
import { more } from './more/more';
import { mount } from './mount';
import style from './preview.css';
import { isPreviewMessage, previewState } from './preview-state';

const idle = () => {};
const acts: Acts = {
  ...{ open: idle, send: idle, retry: idle, discard: idle, answerForm: idle, write: idle, older: idle },
  ...{ attach: idle, removeUpload: idle, startAnew: idle },
  addressOf: (url) => url,
};

const theme = new URLSearchParams(location.search).get('theme');
const mounted = mount(acts, theme === 'dark' || theme === 'auto' ? theme : 'light', style);
document.body.append(mounted.host);
mounted.add(more);
addEventListener('message', ({ source, origin, data }) => {
  if (source === parent && origin === location.origin && isPreviewMessage(data)) mounted.show(previewState(data));
});
parent.postMessage({ signalbox: 'preview-ready' }, location.origin);
