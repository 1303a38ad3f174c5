import type { APIRoute } from 'astro';
import { edition } from '../edition.ts';
import { knowledgeFiles } from '../knowledge.ts';

export async function getStaticPaths() {
  const files = await knowledgeFiles(edition);
  return files.map(({ name, body }) => ({ params: { file: name }, props: { body } }));
}

export const GET: APIRoute<{ body: string | Uint8Array<ArrayBuffer> }> = ({ props }) =>
  new Response(props.body);
