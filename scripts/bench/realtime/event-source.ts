import { type IncomingMessage, request } from 'node:http';

export interface Source {
  close(): void;
}

/** An open stream of server-sent events; resolves with its first event. `onEnd` is called when it ends by itself. */
export function openSource(
  url: string,
  headers: Record<string, string>,
  onEvent: (type: string, data: string) => void,
  onEnd: (why: string) => void,
): Promise<Source> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { accept: 'text/event-stream', ...headers } });
    const source = { close: () => void asked.destroy() };
    asked.on('error', (error) => reject(error));
    asked.on('response', (response: IncomingMessage) => {
      if (response.statusCode !== 200) return reject(new Error(`${url} answered ${response.statusCode}`));
      let text = '';
      response.setEncoding('utf8');
      response.on('end', () => onEnd('the server ended it'));
      response.on('data', (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          const type = /^event: (.*)$/m.exec(block)?.[1];
          if (type === undefined) continue;
          onEvent(type, /^data: (.*)$/m.exec(block)?.[1] ?? '');
          resolve(source);
        }
      });
    });
    asked.end();
  });
}
