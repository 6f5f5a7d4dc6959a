'use client';

import clsx from 'clsx';
import { useEffect, useRef, useState } from 'react';
import type { PreviewMessage } from '@/lib/widget/preview-state';

interface WidgetPreviewProps {
  /** Accessible name of the frame. */
  title: string;
  /** What to show; posted again whenever it changes. */
  show: Omit<PreviewMessage, 'signalbox'>;
  className?: string;
}

/** The widget itself, drawn by its own code in a frame. It is never in the server's answer: it must not be ready before us. */
export function WidgetPreview({ title, show, className }: WidgetPreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [mounted, setMounted] = useState(false);
  const [ready, setReady] = useState(false);
  const message = JSON.stringify({ signalbox: 'preview', ...show });
  useEffect(() => setMounted(true), []);
  useEffect(() => {
    if (ready) frame.current?.contentWindow?.postMessage(JSON.parse(message), location.origin);
  }, [ready, message]);
  if (!mounted) return <div className={className} />;
  return (
    <iframe
      ref={frame}
      title={title}
      src="/widget-preview"
      onLoad={() => setReady(true)}
      className={clsx('block w-full border-0 [color-scheme:light]', className)}
    />
  );
}
