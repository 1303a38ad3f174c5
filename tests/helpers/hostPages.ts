import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { integrityOf } from '../../src/core/deflection/snippet.ts';

/** Hosts of the widget, on an origin of their own. */
export interface HostPages {
  readonly origin: string;
  /** What was submitted, by the address it was sent to. */
  readonly received: { readonly path: string; readonly fields: URLSearchParams }[];
  readonly close: () => void;
}

const element = (kb: string, attributes: string): string =>
  `<firstline-deflector kb="${kb}" ${attributes}></firstline-deflector>`;

/** A form of one's own: the element stands after it, at the end of the page. */
const plain = (kb: string): string => `
  <h1>Support</h1>
  <form id="ticket-form" action="/submit" method="post">
    <label>Subject <input name="subject"></label>
    <label>Message <textarea name="message"></textarea></label>
    <button>Submit request</button>
  </form>
  ${element(kb, 'for="#ticket-form" subject="[name=subject]" description="textarea"')}`;

/** A form that asks for more than its element names, and has one field beside itself. */
const many = (kb: string): string => `
  <h1>Support</h1>
  <form id="ticket-form" action="/submit" method="post">
    <label>Subject <input name="subject"></label>
    <label>Message <textarea name="message"></textarea></label>
    <label>Email <input type="email" name="email"></label>
    <label>Wallet backup <input name="backup"></label>
    <label>Transaction <input name="tx_hash"></label>
    <button>Submit request</button>
  </form>
  <label>Notes <textarea name="notes" form="ticket-form"></textarea></label>
  ${element(kb, 'for="#ticket-form" subject="[name=subject]" description="textarea"')}`;

/** The fields and names that Zendesk's help centre gives its request form. */
const zendesk = (kb: string): string => `
  <h1>Submit a request</h1>
  <form id="new_request" class="request-form" action="/hc/en-us/requests" method="post">
    <div class="form-field string required request_subject">
      <label for="request_subject">Subject</label>
      <input type="text" name="request[subject]" id="request_subject" required maxlength="150">
    </div>
    <div class="form-field text required request_description">
      <label for="request_description">Description</label>
      <textarea name="request[description]" id="request_description" required></textarea>
    </div>
    <footer><input type="submit" name="commit" value="Submit"></footer>
  </form>
  ${element(kb, 'for="#new_request" subject="#request_subject" description="#request_description" articles="request[custom_fields][360001]"')}`;

/** A page that React draws and draws again, with fields that it controls, into which the form comes late. */
const REACT = `
  import { useState } from 'react';
  import { createRoot } from 'react-dom/client';
  function App() {
    const [isOpen, open] = useState(false);
    return <main><h1>Help</h1><button onClick={() => open(true)}>Write to us</button>{isOpen && <Form />}</main>;
  }
  function Form() {
    const [subject, setSubject] = useState('');
    const [message, setMessage] = useState('');
    const send = (event) => {
      event.preventDefault();
      const fields = new URLSearchParams(new FormData(event.target));
      fields.set('state', JSON.stringify({ subject, message }));
      void fetch('/submit', { method: 'POST', body: fields });
    };
    return (
      <form id="help-form" onSubmit={send} key={subject.length > 40 ? 'long' : 'short'}>
        <label>Subject <input name="subject" value={subject} onChange={(e) => setSubject(e.target.value)} /></label>
        <label>Message <textarea name="message" value={message} onChange={(e) => setMessage(e.target.value)} /></label>
        <p>{message.length} characters</p>
        <button>Submit request</button>
      </form>
    );
  }
  createRoot(document.getElementById('root')).render(<App />);`;
const react = (kb: string): string => `
  <div id="root"></div>
  ${element(kb, 'for="#help-form" subject="[name=subject]" description="textarea"')}
  <script type="module" src="/react.js"></script>`;

/**
 * Serves the hosts under a policy that forbids inline code, evaluation, and every origin but the help site's.
 * @param kb the help site, with a slash at the end
 * @param workers whether the policy lets pages start workers
 */
export async function serveHosts(kb: string, workers: boolean): Promise<HostPages> {
  const { origin } = new URL(kb);
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${origin}`,
    `connect-src 'self' ${origin}`,
    "style-src 'self'",
    `img-src 'self' ${origin}`,
    "form-action 'self'",
    "base-uri 'none'",
    ...(workers ? ['worker-src blob:'] : []),
  ].join('; ');
  const integrity = integrityOf(await readFile('dist/widget/v1/firstline.js'));
  const script = `<script type="module" src="${kb}widget/v1/firstline.js" integrity="${integrity}" crossorigin="anonymous"></script>`;
  const page = (body: string): string =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="/icon.png">${body}${script}</html>`;
  const { outputFiles } = await build({
    stdin: { contents: REACT, loader: 'jsx', resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/plain': ['text/html', page(plain(kb))],
    '/many': ['text/html', page(many(kb))],
    '/zendesk': ['text/html', page(zendesk(kb))],
    '/react': ['text/html', page(react(kb))],
    '/react.js': ['text/javascript', outputFiles[0]!.text],
  };
  const received: HostPages['received'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('Content-Security-Policy', policy);
      if (request.method === 'POST') {
        received.push({ path, fields: new URLSearchParams(Buffer.concat(chunks).toString()) });
        response.end('Thank you');
        return;
      }
      const [type, body] = files[path] ?? ['text/plain', ''];
      response.setHeader('Content-Type', `${type}; charset=utf-8`);
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    received,
    close: () => server.close(),
  };
}
