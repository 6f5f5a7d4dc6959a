'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { ATTACHMENTS_PER_MESSAGE, type Attachment } from '@/lib/contracts/attachment';
import { Problem } from './fetcher';
import { uploadFile } from './uploads';

/** A file on its way into a message that is not sent yet. */
export interface Upload {
  /** Of this browser. */
  id: string;
  conversation: string;
  name: string;
  /** Bytes. */
  size: number;
  /** Share that has arrived, 0 to 1. */
  progress: number;
  /** Set when it has arrived. */
  attachment: Attachment | null;
  failure: { code: string; detail: string } | null;
}

const KEY = 'signalbox:files';
const watchers = new Set<() => void>();
/** Files cannot be stored, but what has arrived can: it outlives a reload. */
const pending = new Map<string, { file: File; abort: AbortController }>();
let uploads: readonly Upload[] | null = null;
let count = 0;

export function useUploads(conversation: string): readonly Upload[] {
  const all = useSyncExternalStore(watch, read, () => NONE);
  return useMemo(() => all.filter((upload) => upload.conversation === conversation), [all, conversation]);
}

/** Begins to upload. Answers how many were left out since a message takes no more. */
export function attach(conversation: string, files: readonly File[]): number {
  const room = ATTACHMENTS_PER_MESSAGE - read().filter((upload) => upload.conversation === conversation).length;
  for (const file of files.slice(0, Math.max(0, room))) {
    count += 1;
    const id = `${Date.now()}-${count}`;
    keep([
      ...read(),
      { id, conversation, name: file.name, size: file.size, progress: 0, attachment: null, failure: null },
    ]);
    void begin(id, file);
  }
  return Math.max(0, files.length - room);
}

export function retryUpload(id: string): void {
  const file = pending.get(id)?.file;
  if (!file) return;
  change(id, { failure: null, progress: 0 });
  void begin(id, file);
}

export function removeUpload(id: string): void {
  pending.get(id)?.abort.abort();
  pending.delete(id);
  keep(read().filter((upload) => upload.id !== id));
}

/** Hands over what has arrived, and forgets it here. */
export function takeAttachments(conversation: string): Attachment[] {
  const mine = read().filter((upload) => upload.conversation === conversation && upload.attachment);
  keep(read().filter((upload) => !mine.includes(upload)));
  return mine.flatMap(({ attachment }) => attachment ?? []);
}

async function begin(id: string, file: File) {
  const abort = new AbortController();
  pending.set(id, { file, abort });
  try {
    const onProgress = (progress: number) => change(id, { progress });
    const attachment = await uploadFile(file, { signal: abort.signal, onProgress });
    pending.delete(id);
    change(id, { attachment, progress: 1 });
  } catch (error) {
    if (abort.signal.aborted) return;
    const { code, detail } = error instanceof Problem ? error : { code: 'internal', detail: '' };
    change(id, { failure: { code, detail } });
  }
}

const NONE: readonly Upload[] = [];

function read(): readonly Upload[] {
  uploads ??= load();
  return uploads;
}

function change(id: string, to: Partial<Upload>) {
  keep(read().map((upload) => (upload.id === id ? { ...upload, ...to } : upload)));
}

function keep(next: readonly Upload[]) {
  uploads = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next.filter(({ attachment }) => attachment)));
  } catch {
    // They last as long as the page.
  }
  for (const changed of watchers) changed();
}

function load(): readonly Upload[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    // Only this module writes there.
    return Array.isArray(stored) ? (stored as Upload[]) : NONE;
  } catch {
    return NONE;
  }
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}
