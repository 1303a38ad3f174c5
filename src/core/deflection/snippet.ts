import { sha384 } from '@noble/hashes/sha2.js';

/** A file's hash as an `integrity` attribute says it (W3C, "Subresource Integrity"). */
export function integrityOf(content: Uint8Array): string {
  return `sha384-${btoa(String.fromCharCode(...sha384(content)))}`;
}

/**
 * What a host puts into a page to have the widget in one of its forms.
 * @param kb absolute address of the help site, with a slash at the end
 * @param integrity of `widget/v1/firstline.js`
 */
export function widgetSnippet(kb: string, integrity: string): string {
  return [
    `<script type="module" src="${kb}widget/v1/firstline.js" integrity="${integrity}" crossorigin="anonymous"></script>`,
    `<firstline-deflector kb="${kb}" for="#ticket-form" subject="[name=subject]" description="textarea"></firstline-deflector>`,
  ].join('\n');
}
