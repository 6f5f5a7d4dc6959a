import { more } from './more';

// The page's own name for the widget, which is there when this is loaded.
(window as unknown as { signalbox(command: 'more', parts: typeof more): void }).signalbox('more', more);
