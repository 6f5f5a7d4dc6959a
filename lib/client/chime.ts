/** A short sound for a new request: two soft tones, made here so that no file has to be fetched. */

let context: AudioContext | null = null;

/** Browsers let a page sound only after somebody has used it: call this on a click or key. */
export function unlockSound(): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume().catch(() => {});
}

/** Whether a sound would be heard now. */
export function soundIsUnlocked(): boolean {
  return context?.state === 'running';
}

/** Plays it where this tab may sound. Of several tabs at once only one does. */
export async function chime(): Promise<void> {
  if (!soundIsUnlocked()) return;
  if (typeof navigator.locks === 'undefined') return play();
  await navigator.locks.request('signalbox:chime', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    play();
    await new Promise((resolve) => setTimeout(resolve, LENGTH_MS));
  });
}

function play() {
  if (!context) return;
  const start = context.currentTime;
  tone(context, 880, start);
  tone(context, 1_318.5, start + 0.14);
}

function tone(audio: AudioContext, frequency: number, at: number) {
  const [oscillator, gain] = [audio.createOscillator(), audio.createGain()];
  oscillator.type = 'sine';
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(0.18, at + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.5);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.55);
}

const LENGTH_MS = 1_200;
