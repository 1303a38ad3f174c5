import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const read = (corpora: string, name: string): Promise<Buffer> => readFile(path.join(corpora, name));
const readJson = async (corpora: string, name: string): Promise<unknown> =>
  JSON.parse((await read(corpora, name)).toString('utf8'));
const linesOf = (text: string): string[] => text.trim().split('\n');

const squad = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) }),
      ),
    }),
  ),
});

/** XQuAD: passages and questions, with the position of the passage that answers each; the same ones in both languages. */
export async function readXquad(corpora: string) {
  const one = async (language: 'en' | 'zh') => {
    const { data } = squad.parse(await readJson(corpora, `eval/xquad.${language}.json`));
    const paragraphs = data.flatMap((article) => article.paragraphs);
    return {
      passages: paragraphs.map(({ context }) => context),
      questions: paragraphs.flatMap(({ qas }, passage) =>
        qas.map(({ question }) => ({ text: question, passage })),
      ),
    };
  };
  return { en: await one('en'), zh: await one('zh') };
}

/** Tatoeba: sentence i of one language means sentence i of the other. */
export async function readTatoeba(corpora: string) {
  const one = async (ending: string) =>
    linesOf((await read(corpora, `eval/tatoeba.cmn-eng.${ending}`)).toString());
  return { en: await one('eng'), zh: await one('cmn') };
}

const xsidSchema = z.array(
  z.object({ en: z.string(), zh: z.string(), intent_en: z.string(), intent_zh: z.string() }),
);

/** xSID: utterances with intents; the validation half is what is known, the test half is asked. */
export async function readXsid(corpora: string) {
  const half = async (name: string) => {
    const rows = xsidSchema.parse(await readJson(corpora, `eval/xsid_${name}_en_zh.json`));
    return {
      en: rows.map(({ en, intent_en }) => ({ text: en, intent: intent_en })),
      zh: rows.map(({ zh, intent_zh }) => ({ text: zh, intent: intent_zh })),
    };
  };
  return { known: await half('valid'), asked: await half('test') };
}

/** CLINC150: utterances with intents, `oos` for none of them. What is known is its training half, every tenth utterance. */
export async function readClinc(corpora: string) {
  const rows = async (name: string) =>
    linesOf(gunzipSync(await read(corpora, name)).toString('utf8')).map((line) => line.split('\t'));
  const asked = (await rows('eval/clinc150_test.tsv.gz')).map(([intent = '', text = '']) => ({
    intent,
    text,
  }));
  const known = (await rows('intents_en.tsv.gz'))
    .filter(([source]) => source === 'clinc150-train')
    .map(([, intent = '', text = '']) => ({ intent, text }))
    .filter((_, i) => i % 10 === 0);
  return { known, asked };
}
