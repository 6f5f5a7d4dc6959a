export type LayerName = 'palette' | 'shortcuts';

/** Opens one of the shell's layers from anywhere; GlobalLayers listens. */
export function openLayer(name: LayerName) {
  window.dispatchEvent(new CustomEvent(LAYER_EVENT, { detail: name }));
}

export const LAYER_EVENT = 'signalbox:layer';
