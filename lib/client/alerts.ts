'use client';

import { useSyncExternalStore } from 'react';

/** How this browser tells of a new request. */
export interface Alerts {
  sound: boolean;
  /** A notification of the computer, while no window of the product is in sight. */
  desktop: boolean;
  /** Whether somebody was asked about `desktop`, and answered. */
  asked: boolean;
}

const KEY = 'signalbox:alerts';
const USUAL: Alerts = { sound: true, desktop: false, asked: false };
const watchers = new Set<() => void>();
let known: Alerts | null = null;

export function readAlerts(): Alerts {
  known ??= load();
  return known;
}

export function changeAlerts(change: Partial<Alerts>): void {
  known = { ...readAlerts(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(known));
  } catch {
    // The choice lasts as long as the page.
  }
  for (const changed of watchers) changed();
}

export function useAlerts(): Alerts {
  return useSyncExternalStore(watch, readAlerts, () => USUAL);
}

/** `unsupported` where the browser knows no notifications, or not on this address. */
export function notificationPermission(): NotificationPermission | 'unsupported' {
  return typeof Notification === 'undefined' || !window.isSecureContext ? 'unsupported' : Notification.permission;
}

/** Asks the browser's question, if it is still open, and keeps the answer. Only on a click or key. */
export async function switchDesktopOn(): Promise<boolean> {
  if (notificationPermission() === 'unsupported') return false;
  const permission = await Notification.requestPermission();
  changeAlerts({ desktop: permission === 'granted', asked: true });
  return permission === 'granted';
}

function load(): Alerts {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    // Only this module writes there.
    return stored ? { ...USUAL, ...(stored as Partial<Alerts>) } : USUAL;
  } catch {
    return USUAL;
  }
}

function watch(changed: () => void): () => void {
  const stored = ({ key }: StorageEvent) => {
    if (key !== KEY) return;
    known = null;
    changed();
  };
  watchers.add(changed);
  window.addEventListener('storage', stored);
  return () => {
    watchers.delete(changed);
    window.removeEventListener('storage', stored);
  };
}
