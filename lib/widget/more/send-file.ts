import type { Attachment } from '../protocol';
import { refusal } from '../server';

/** Uploads a file, telling the share that is through (0 to 1), which fetch cannot. @throws Refusal */
export function sendFile(
  address: string,
  token: string | null,
  file: Blob,
  progress: (share: number) => void,
): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onerror = () => reject(refusal(0));
    request.onload = () => {
      const { status, response } = request;
      if (status >= 200 && status < 300) resolve(response);
      else reject(refusal(status, response ?? undefined));
    };
    request.send(file);
  });
}
